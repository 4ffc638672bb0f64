import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { languageName } from "../../model/language-names.ts";
import { useDocument } from "../../workplace.tsx";
import type { ControlProps } from "../control.ts";
import { useField } from "../step-form.tsx";

/** One of the flow's languages. One that is gone from the flow stays chosen, with the fault that says so. */
export function LanguageControl({ field: { meta }, path, named }: ControlProps) {
  const { t, i18n } = useTranslation();
  const { value, error, set } = useField(path);
  const languages = useDocument((state) => state.flow.languages);
  const chosen = typeof value === "string" && value !== "" ? value : null;
  const codes = [...new Set([...languages, ...(chosen === null ? [] : [chosen])])];
  return (
    <Select
      {...(named === undefined ? { label: meta.title } : { "aria-label": named })}
      description={t("stepForm.languagesOfFlow")}
      placeholder={t("stepForm.chooseLanguage")}
      error={error}
      allowDeselect={false}
      data={codes.map((code) => ({ value: code, label: `${languageName(code, i18n.language)} (${code})` }))}
      value={chosen}
      onChange={(next) => next !== null && set(next)}
    />
  );
}
