import { Textarea } from "@mantine/core";
import { useRef } from "react";
import type { ControlProps } from "../control.ts";
import { InsertVariable } from "../InsertVariable.tsx";
import { useField } from "../step-form.tsx";

/** Words with {placeholders}, and a menu that puts a variable where the cursor stands. */
export function TemplateControl({ field: { meta }, path, named }: ControlProps) {
  const { value, error, type, set, leave } = useField(path);
  const name = named === undefined ? { label: meta.title } : { "aria-label": named };
  const area = useRef<HTMLTextAreaElement>(null);
  const text = typeof value === "string" ? value : "";
  const insert = (name: string) => {
    const { selectionStart = text.length, selectionEnd = text.length } = area.current ?? {};
    set(`${text.slice(0, selectionStart)}{${name}}${text.slice(selectionEnd)}`);
    area.current?.focus();
  };
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
      minRows={2}
      maxRows={8}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={leave}
    />
  );
}
