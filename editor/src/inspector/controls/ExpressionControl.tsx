import { Textarea } from "@mantine/core";
import type { ControlProps } from "../control.ts";
import { InsertVariable } from "../InsertVariable.tsx";
import { useField } from "../step-form.tsx";
import { useInsertion } from "../use-insertion.ts";

/** An expression over variables. The compiler says at once whether it works and gives the type that is needed. */
export function ExpressionControl({ field: { meta, optional }, path, named }: ControlProps) {
  const { value, error, type, set, leave } = useField(path);
  const name = named === undefined ? { label: meta.title } : { "aria-label": named };
  const text = typeof value === "string" ? value : "";
  const { area, insert } = useInsertion(text, set);
  return (
    <Textarea
      ref={area}
      {...name}
      rightSection={<InsertVariable onChoose={insert} />}
      rightSectionProps={{ style: { alignItems: "flex-start", paddingTop: 6 } }}
      description={meta.help}
      placeholder={meta.placeholder}
      error={error}
      value={text}
      autosize
      minRows={1}
      maxRows={5}
      spellCheck={false}
      styles={{ input: { fontFamily: "var(--mantine-font-family-monospace)" } }}
      onChange={({ currentTarget }) => type(optional && currentTarget.value === "" ? undefined : currentTarget.value)}
      onBlur={leave}
    />
  );
}
