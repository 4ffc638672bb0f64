import { Select } from "@mantine/core";
import { variableSchema } from "@ozflow/compiler";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { together } from "../../model/change.ts";
import { addVariable } from "../../model/changes/index.ts";
import { useDocument, useEditor } from "../../workplace.tsx";
import type { ControlProps } from "../control.ts";
import { useField } from "../step-form.tsx";

/** One of the flow's variables; a name that does not exist yet can be created on the spot. */
export function VariableControl({ field: { meta, optional }, path }: ControlProps) {
  const { t } = useTranslation();
  const { document } = useEditor();
  const { value, error, set, change } = useField(path);
  const variables = useDocument((state) => state.flow.variables);
  const [search, setSearch] = useState("");
  const chosen = typeof value === "string" && value !== "" ? value : null;

  const type = meta.gives ?? "text";
  const wanted = search.trim();
  const fitting = variables.filter((one) => meta.gives === undefined || one.type === meta.gives || one.name === chosen);
  const names = fitting.map((one) => one.name);
  // A variable that was removed from the flow is still what the data says.
  const known = chosen === null || names.includes(chosen) ? names : [chosen, ...names];
  // Its name may still be in the field, and a list that holds a name twice is refused by the component.
  const isNew =
    ![...known, ...variables.map((one) => one.name)].includes(wanted) &&
    variableSchema.safeParse({ name: wanted, type }).success;
  const data = [
    ...known.map((name) => ({ value: name, label: name })),
    ...(isNew ? [{ value: wanted, label: t("stepForm.createVariable", { name: wanted }) }] : []),
  ];

  const choose = (name: string | null) => {
    if (name === null) set(undefined);
    else if (variables.some((one) => one.name === name)) set(name);
    else document.commit(together("edit-step", addVariable({ name, type }), change(name)));
  };
  return (
    <Select
      label={meta.title}
      description={meta.help}
      placeholder={t("stepForm.chooseVariable")}
      error={error}
      data={data}
      value={chosen}
      searchable
      clearable={optional}
      allowDeselect={optional}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={choose}
      nothingFoundMessage={wanted === "" ? t("stepForm.noVariables") : t("stepForm.variableName")}
      styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
    />
  );
}
