import { Input, SegmentedControl, Select } from "@mantine/core";
import { choicesOf } from "../../model/fields.ts";
import type { ControlProps } from "../control.ts";
import { useField } from "../step-form.tsx";

/** More choices than this no longer fit side by side. */
const maxSideBySide = 3;

export function ChoiceControl({ field: { meta, schema, optional }, path }: ControlProps) {
  const { value, error, set } = useField(path);
  const data = choicesOf(schema).map((one, index) => ({ value: one, label: meta.labels?.[index] ?? one }));
  const chosen = typeof value === "string" ? value : null;
  if (data.length <= maxSideBySide && !optional) {
    return (
      <Input.Wrapper label={meta.title} description={meta.help} error={error} labelElement="div">
        <SegmentedControl fullWidth data={data} value={chosen ?? ""} onChange={set} aria-label={meta.title} />
      </Input.Wrapper>
    );
  }
  return (
    <Select
      label={meta.title}
      description={meta.help}
      error={error}
      data={data}
      value={chosen}
      clearable={optional}
      allowDeselect={optional}
      onChange={(next) => set(next ?? undefined)}
    />
  );
}
