import { Button, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { peopleApi } from "../api/people.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { useAttempt } from "../parts/use-attempt.tsx";
import { type Role, roles } from "../rights.ts";
import { showPassword } from "./show-password.ts";

export function NewUserDialog({ onClose, added }: { onClose(): void; added(): Promise<void> }) {
  const { t } = useTranslation();
  const { attempt, refusal } = useAttempt();
  const form = useForm({ initialValues: { name: "", email: "", role: "editor" as Role } });
  const add = form.onSubmit(({ name, email, role }) =>
    attempt(async () => {
      const { user, password } = await peopleApi.addUser({ name: name.trim(), email: email.trim(), role });
      onClose();
      showPassword(t, user.name, password);
      await added();
    }),
  );
  return (
    <Dialog onClose={onClose} title={t("serverSettings.users.add")}>
      <form onSubmit={add}>
        <Stack>
          <Text size="sm" c="dimmed">
            {t("serverSettings.users.addText")}
          </Text>
          {refusal}
          <TextInput
            label={t("serverSettings.users.name")}
            required
            withAsterisk={false}
            maxLength={120}
            data-autofocus
            {...form.getInputProps("name")}
          />
          <TextInput
            label={t("serverSettings.users.email")}
            type="email"
            required
            withAsterisk={false}
            {...form.getInputProps("email")}
          />
          <Select
            label={t("serverSettings.users.role")}
            data={roles.map((one) => ({ value: one, label: t(`roles.${one}`) }))}
            allowDeselect={false}
            {...form.getInputProps("role")}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {t("serverSettings.users.add")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
