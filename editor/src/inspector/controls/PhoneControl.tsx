import { PhoneInput } from "../../parts/PhoneInput.tsx";
import type { ControlProps } from "../control.ts";
import { useField } from "../step-form.tsx";

/** A number to dial; {placeholders} may stand in it. */
export function PhoneControl({ field: { meta, optional }, path, named }: ControlProps) {
  const { value, error, type, leave } = useField(path);
  return (
    <PhoneInput
      {...(named === undefined ? { label: meta.title } : { "aria-label": named })}
      description={meta.help}
      placeholder={meta.placeholder}
      error={error}
      value={typeof value === "string" ? value : ""}
      onChange={(next) => type(optional && next === "" ? undefined : next)}
      onBlur={leave}
    />
  );
}
