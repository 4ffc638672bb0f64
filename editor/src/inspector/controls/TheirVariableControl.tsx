import { Select } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCalledFlow } from "../../sub-flows/flow-library.ts";
import type { ControlProps } from "../control.ts";
import { useField } from "../step-form.tsx";

/** A variable of the flow that the step calls, which its data names as `flow`. */
export function TheirVariableControl({ field: { meta }, path }: ControlProps) {
  const { t } = useTranslation();
  const { value, error, set } = useField(path);
  const flow = useField(["flow"]).value;
  const id = typeof flow === "string" ? flow : "";
  const names = (useCalledFlow(id)?.subFlows[id]?.variables ?? []).map((one) => one.name);
  const chosen = typeof value === "string" && value !== "" ? value : null;
  // A variable that is no longer there is still what the data says.
  const data = chosen === null || names.includes(chosen) ? names : [chosen, ...names];
  return (
    <Select
      label={meta.title}
      description={meta.help}
      placeholder={t("stepForm.chooseTheirVariable")}
      nothingFoundMessage={t("stepForm.noTheirVariables")}
      error={error}
      data={data}
      value={chosen}
      searchable
      allowDeselect={false}
      onChange={(next) => next !== null && set(next)}
      styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
    />
  );
}
