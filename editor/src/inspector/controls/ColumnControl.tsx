import { Autocomplete } from "@mantine/core";
import { useTables } from "../../tables/table-library.ts";
import type { ControlProps } from "../control.ts";
import { useField } from "../step-form.tsx";

/** A column of the table that the step looks into; one that is not there can be written, for a table to come. */
export function ColumnControl({ field: { meta }, path, named }: ControlProps) {
  const { value, error, type, leave } = useField(path);
  const table = useField([meta.of ?? ""]).value;
  const columns = useTables().find((one) => one.id === table)?.columns ?? [];
  return (
    <Autocomplete
      {...(named === undefined ? { label: meta.title } : { "aria-label": named })}
      description={meta.help}
      placeholder={meta.placeholder}
      error={error}
      value={typeof value === "string" ? value : ""}
      data={[...columns]}
      // Whoever has one and looks for another sees all of them.
      {...(columns.includes(String(value)) ? { filter: ({ options }) => options } : {})}
      onChange={type}
      onBlur={leave}
    />
  );
}
