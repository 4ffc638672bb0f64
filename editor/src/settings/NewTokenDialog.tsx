import { Button, Group, Select, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { peopleApi } from "../api/people.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { useAttempt } from "../parts/use-attempt.tsx";
import { type Role, rolesUpTo } from "../rights.ts";
import { useSession } from "../session.tsx";
import { showOnce } from "./ShownOnce.tsx";

/** Days that a token may work for, beside "until it is revoked". */
const lives = [30, 90, 365] as const;
const forEver = "for-ever";

export function NewTokenDialog({ onClose, made }: { onClose(): void; made(): Promise<void> }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const { attempt, refusal } = useAttempt();
  const form = useForm({ initialValues: { name: "", role: "viewer" as Role, life: "90" } });
  const make = form.onSubmit(({ name, role, life }) =>
    attempt(async () => {
      const days = life === forEver ? {} : { days: Number(life) };
      const token = await peopleApi.makeToken({ name: name.trim(), role, ...days });
      onClose();
      showOnce({
        title: t("serverSettings.tokens.madeTitle", { name: token.name }),
        text: t("serverSettings.tokens.madeText"),
        label: t("serverSettings.tokens.token"),
        value: token.token,
      });
      await made();
    }),
  );
  return (
    <Dialog onClose={onClose} title={t("serverSettings.tokens.add")}>
      <form onSubmit={make}>
        <Stack>
          {refusal}
          <TextInput
            label={t("serverSettings.tokens.name")}
            placeholder={t("serverSettings.tokens.namePlaceholder")}
            required
            withAsterisk={false}
            maxLength={120}
            data-autofocus
            {...form.getInputProps("name")}
          />
          <Select
            label={t("serverSettings.tokens.role")}
            data={rolesUpTo(user?.role ?? "viewer").map((one) => ({ value: one, label: t(`roles.${one}`) }))}
            allowDeselect={false}
            {...form.getInputProps("role")}
          />
          <Select
            label={t("serverSettings.tokens.ends")}
            data={[
              ...lives.map((days) => ({
                value: String(days),
                label: t("serverSettings.tokens.days", { count: days }),
              })),
              { value: forEver, label: t("serverSettings.tokens.forEver") },
            ]}
            allowDeselect={false}
            {...form.getInputProps("life")}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={form.submitting}>
              {t("serverSettings.tokens.add")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
