import { Switch } from "@mantine/core";
import type { ControlProps } from "../control.ts";
import { useField } from "../step-form.tsx";

export function ToggleControl({ field: { meta }, path }: ControlProps) {
  const { value, error, set } = useField(path);
  return (
    <Switch
      label={meta.title}
      description={meta.help}
      error={error}
      checked={value === true}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  );
}
