import { Textarea } from "@mantine/core";
import type { ControlProps } from "../control.ts";
import { InsertVariable } from "../InsertVariable.tsx";
import { useField } from "../step-form.tsx";
import { useInsertion } from "../use-insertion.ts";

const codeStyles = { input: { fontFamily: "var(--mantine-font-family-monospace)", fontSize: 12 } };

/** Words with {placeholders}, and a menu that puts a variable where the cursor stands; literal ones are code as it is. */
export function TemplateControl({ field: { meta }, path, named }: ControlProps) {
  const { value, error, type, set, leave } = useField(path);
  const name = named === undefined ? { label: meta.title } : { "aria-label": named };
  const text = typeof value === "string" ? value : "";
  const { area, insert } = useInsertion(text, set);
  return (
    <Textarea
      ref={area}
      {...name}
      {...(meta.literal === true
        ? { spellCheck: false, styles: codeStyles }
        : {
            rightSection: <InsertVariable onChoose={(name) => insert(`{${name}}`)} />,
            rightSectionProps: { style: { alignItems: "flex-start", paddingTop: 6 } },
          })}
      description={meta.help}
      placeholder={meta.placeholder}
      error={error}
      value={text}
      autosize
      minRows={meta.literal === true ? 6 : 2}
      maxRows={meta.literal === true ? 20 : 8}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
    />
  );
}
