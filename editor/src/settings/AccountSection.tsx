import { Badge, Button, Group, Paper, PasswordInput, Stack, Text, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { peopleApi } from "../api/people.ts";
import { tell, tellFault } from "../parts/notify.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { useAttempt } from "../parts/use-attempt.tsx";
import { useSession } from "../session.tsx";

/** Characters; the server's own bound (OpenAPI, changePassword). */
const shortest = 8;

/** Who is signed in, their password, and where else they are. */
export default function AccountSection() {
  const { t } = useTranslation();
  const { user, signOut } = useSession();
  if (!user) return null;
  return (
    <>
      <PageHead title={t("serverSettings.account.title")} text={t("serverSettings.account.text")} />
      <Stack gap="lg" maw={720}>
        <Paper withBorder radius="lg" p="lg">
          <Group justify="space-between">
            <div>
              <Text fw={600}>{user.name}</Text>
              <Text size="sm" c="dimmed">
                {user.email}
              </Text>
            </div>
            <Badge variant="light">{t(`roles.${user.role}`)}</Badge>
          </Group>
        </Paper>
        <PasswordForm />
        <Paper withBorder radius="lg" p="lg">
          <Title order={2} size="h3">
            {t("serverSettings.account.devices")}
          </Title>
          <Text size="sm" c="dimmed" mb="md">
            {t("serverSettings.account.devicesText")}
          </Text>
          <Button variant="default" onClick={() => void peopleApi.signOutEverywhere().then(signOut).catch(tellFault)}>
            {t("serverSettings.account.signOutEverywhere")}
          </Button>
        </Paper>
      </Stack>
    </>
  );
}

function PasswordForm() {
  const { t } = useTranslation();
  const { attempt, refusal } = useAttempt();
  const form = useForm({
    initialValues: { current: "", next: "", again: "" },
    validate: {
      next: (next) => (next.length < shortest ? t("serverSettings.account.tooShort", { count: shortest }) : null),
      again: (again, { next }) => (again === next ? null : t("serverSettings.account.notTheSame")),
    },
  });
  const change = form.onSubmit(({ current, next }) =>
    attempt(async () => {
      await peopleApi.changeOwnPassword(current, next);
      form.reset();
      tell(t("serverSettings.account.changed"));
    }),
  );
  return (
    <Paper withBorder radius="lg" p="lg" component="form" onSubmit={change}>
      <Title order={2} size="h3" mb="md">
        {t("serverSettings.account.password")}
      </Title>
      <Stack>
        {refusal}
        <PasswordInput
          label={t("serverSettings.account.current")}
          autoComplete="current-password"
          required
          withAsterisk={false}
          {...form.getInputProps("current")}
        />
        <PasswordInput
          label={t("serverSettings.account.next")}
          description={t("serverSettings.account.nextHelp", { count: shortest })}
          autoComplete="new-password"
          required
          withAsterisk={false}
          {...form.getInputProps("next")}
        />
        <PasswordInput
          label={t("serverSettings.account.again")}
          autoComplete="new-password"
          required
          withAsterisk={false}
          {...form.getInputProps("again")}
        />
        <Group justify="flex-end">
          <Button type="submit" loading={form.submitting}>
            {t("serverSettings.account.change")}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}
