import { Button, Group, NumberInput, Stack, TagsInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Guard } from "../api/security.ts";
import { addTexts } from "../i18n.ts";
import { serverSettings } from "../locales/server-settings.en.ts";
import { tell } from "../parts/notify.tsx";
import { useAttempt } from "../parts/use-attempt.tsx";
import { TryNumber } from "./TryNumber.tsx";

addTexts({ serverSettings });

/** A guard to be changed, or to be read by those who may not. Both the guard of everything and that of a flow have it. */
export function GuardForm({
  guard,
  mayChange,
  save,
}: {
  readonly guard: Guard;
  readonly mayChange: boolean;
  save(guard: Guard): Promise<void>;
}) {
  const { t } = useTranslation();
  const { attempt, refusal } = useAttempt();
  const form = useForm({
    initialValues: {
      allowed: [...guard.allowed],
      denied: [...guard.denied],
      sources: [...guard.sources],
      concurrent: guard.concurrent ?? "",
      perHour: guard.perHour ?? "",
    },
  });
  const submit = form.onSubmit(({ concurrent, perHour, ...lists }) =>
    attempt(async () => {
      await save({ ...lists, concurrent: limitOf(concurrent), perHour: limitOf(perHour) });
      form.resetDirty();
      tell(t("serverSettings.guard.saved"));
    }),
  );
  const list = { splitChars: [",", " ", ";"], readOnly: !mayChange, clearable: mayChange };
  const limit = { min: 0, allowDecimal: false, readOnly: !mayChange, placeholder: t("serverSettings.guard.noLimit") };
  return (
    <form onSubmit={submit}>
      <Stack gap="lg">
        {refusal}
        <TagsInput
          label={t("serverSettings.guard.denied")}
          description={t("serverSettings.guard.deniedHelp")}
          {...list}
          {...form.getInputProps("denied")}
        />
        <TagsInput
          label={t("serverSettings.guard.allowed")}
          description={t("serverSettings.guard.allowedHelp")}
          placeholder={form.values.allowed.length === 0 ? t("serverSettings.guard.any") : ""}
          {...list}
          {...form.getInputProps("allowed")}
        />
        <TryNumber allowed={form.values.allowed} denied={form.values.denied} />
        <Group grow align="flex-start">
          <NumberInput label={t("serverSettings.guard.concurrent")} {...limit} {...form.getInputProps("concurrent")} />
          <NumberInput label={t("serverSettings.guard.perHour")} {...limit} {...form.getInputProps("perHour")} />
        </Group>
        <TagsInput
          label={t("serverSettings.guard.sources")}
          description={t("serverSettings.guard.sourcesHelp")}
          placeholder={form.values.sources.length === 0 ? t("serverSettings.guard.anywhere") : ""}
          {...list}
          {...form.getInputProps("sources")}
        />
        {mayChange && (
          <Group justify="flex-end">
            <Button type="submit" loading={form.submitting} disabled={!form.isDirty()}>
              {t("serverSettings.guard.save")}
            </Button>
          </Group>
        )}
      </Stack>
    </form>
  );
}

/** An empty field is no limit. */
function limitOf(typed: number | string): number | null {
  return typed === "" ? null : Number(typed);
}
