import { TextInput } from "@mantine/core";
import type { ControlProps } from "../control.ts";
import { useField } from "../step-form.tsx";

/** One line of text: a name, keys, a file. */
export function TextControl({ field: { meta, optional }, path, named }: ControlProps) {
  const { value, error, type, leave } = useField(path);
  const isKeys = meta.control === "digits";
  return (
    <TextInput
      {...(named === undefined ? { label: meta.title } : { "aria-label": named })}
      description={meta.help}
      placeholder={meta.placeholder}
      error={error}
      value={typeof value === "string" ? value : ""}
      inputMode={isKeys ? "tel" : "text"}
      onChange={({ currentTarget }) => type(optional && currentTarget.value === "" ? undefined : currentTarget.value)}
      onBlur={leave}
      // A key is replaced, not added to.
      onFocus={(event) => isKeys && event.currentTarget.select()}
      styles={isKeys ? { input: { fontVariantNumeric: "tabular-nums" } } : {}}
    />
  );
}
