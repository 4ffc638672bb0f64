import { AudioInput } from "../../prompts/AudioInput.tsx";
import type { ControlProps } from "../control.ts";
import { useField } from "../step-form.tsx";

/** A sound of the prompt library, a file or an address. */
export function AudioControl({ field: { meta, optional }, path, named }: ControlProps) {
  const { value, error, type, leave } = useField(path);
  return (
    <AudioInput
      {...(named === undefined ? { label: meta.title } : { "aria-label": named })}
      description={meta.help}
      placeholder={meta.placeholder ?? ""}
      error={error}
      value={typeof value === "string" ? value : ""}
      onChange={(audio) => type(optional && audio === "" ? undefined : audio)}
      onBlur={leave}
    />
  );
}
