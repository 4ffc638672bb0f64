import { NumberInput } from "@mantine/core";
import { boundsOf } from "../../model/fields.ts";
import type { ControlProps } from "../control.ts";
import { useField } from "../step-form.tsx";

/** A number with its unit behind it. Emptied, an optional one is left out; others keep what they had. */
export function NumberControl({ field: { meta, schema, optional }, path }: ControlProps) {
  const { value, error, type, leave } = useField(path);
  return (
    <NumberInput
      label={meta.title}
      description={meta.help}
      placeholder={meta.placeholder}
      error={error}
      value={typeof value === "number" ? value : ""}
      {...boundsOf(schema)}
      allowDecimal={false}
      {...(meta.unit === undefined ? {} : { suffix: ` ${meta.unit}` })}
      onChange={(typed) => {
        if (typeof typed === "number") type(typed);
        else if (typed === "" && optional) type(undefined);
      }}
      onBlur={leave}
    />
  );
}
