import { Button, Stack } from "@mantine/core";
import { fieldMeta } from "@ozflow/compiler";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Field, fieldsOf } from "../model/fields.ts";
import { inOurWords } from "../model/step-words.ts";
import { type Path, valueAt } from "../model/value-at.ts";
import { useEditor, useView } from "../workplace.tsx";
import type { ControlProps, FieldListProps } from "./control.ts";
import { AudioControl } from "./controls/AudioControl.tsx";
import { CalendarControl } from "./controls/CalendarControl.tsx";
import { ChoiceControl } from "./controls/ChoiceControl.tsx";
import { ColumnControl } from "./controls/ColumnControl.tsx";
import { ExpressionControl } from "./controls/ExpressionControl.tsx";
import { FlowControl } from "./controls/FlowControl.tsx";
import { LanguageControl } from "./controls/LanguageControl.tsx";
import { ListControl } from "./controls/ListControl.tsx";
import { NumberControl } from "./controls/NumberControl.tsx";
import { PhoneControl } from "./controls/PhoneControl.tsx";
import { PromptControl } from "./controls/PromptControl.tsx";
import { TableControl } from "./controls/TableControl.tsx";
import { TemplateControl } from "./controls/TemplateControl.tsx";
import { TextControl } from "./controls/TextControl.tsx";
import { TheirVariableControl } from "./controls/TheirVariableControl.tsx";
import { ToggleControl } from "./controls/ToggleControl.tsx";
import { TranslationsControl } from "./controls/TranslationsControl.tsx";
import { VariableControl } from "./controls/VariableControl.tsx";
import classes from "./inspector.module.css";
import { useField } from "./step-form.tsx";

/** The control for each word a field's description may use. A new control is a component and a line here. */
const controls: Readonly<Record<Field["meta"]["control"], (props: ControlProps) => React.ReactNode>> = {
  line: TextControl,
  template: TemplateControl,
  "audio-file": AudioControl,
  prompt: PromptControl,
  translations: TranslationsControl,
  language: LanguageControl,
  phone: PhoneControl,
  digits: TextControl,
  number: NumberControl,
  duration: NumberControl,
  toggle: ToggleControl,
  choice: ChoiceControl,
  expression: ExpressionControl,
  variable: VariableControl,
  calendar: CalendarControl,
  flow: FlowControl,
  "their-variable": TheirVariableControl,
  table: TableControl,
  column: ColumnControl,
  json: TemplateControl,
  list: ListControl,
};

/** A form for data of this schema. */
export function FieldList(props: FieldListProps) {
  const { schema, path } = props;
  const meta = fieldMeta(schema);
  if (meta === undefined) return <ObjectFields {...props} />;
  return (
    <FieldControl field={{ key: String(path.at(-1)), schema, meta: inOurWords(meta), optional: false }} path={path} />
  );
}

function FieldControl(props: Omit<ControlProps, "Fields">) {
  const Control = controls[props.field.meta.control];
  const { severity } = useField(props.path);
  return (
    <div
      className={classes.field}
      data-field={props.path.join(".")}
      data-control={props.field.meta.control}
      data-severity={severity}
    >
      <Control {...props} Fields={FieldList} />
    </div>
  );
}

/** The fields of an object; the advanced ones folded under "More" until one of them holds something. */
function ObjectFields({ schema, data, path, named }: FieldListProps) {
  const { t } = useTranslation();
  const fields = fieldsOf(schema).filter(({ meta }) => isWanted(meta.when, data));
  const isFolded = (key: string) => {
    const value = valueAt(data, [key]);
    return value === undefined || value === "";
  };
  const advanced = fields.filter((field) => field.meta.advanced === true);
  const { view, canDraw } = useEditor();
  const [opened, setOpened] = useState(advanced.some((field) => !isFolded(field.key)));
  // Opened also while somebody was led to a field in there.
  const wanted = useView(({ focus }) => advanced.some(({ key }) => startsWith(focus?.path, [...path, key])));
  const isOpen = opened || wanted;
  const toggle = () => {
    setOpened(!isOpen);
    if (wanted) view.setState({ focus: undefined });
  };
  return (
    <Stack gap="sm" className={classes.fieldList}>
      {fields
        .filter((field) => field.meta.advanced !== true)
        .map((field, index) => (
          <FieldControl
            key={field.key}
            field={field}
            path={[...path, field.key]}
            {...(named === undefined || index > 0 ? {} : { named })}
          />
        ))}
      {advanced.length > 0 && (canDraw || isOpen) && (
        <div>
          <Button
            variant="transparent"
            c="dimmed"
            fw={500}
            size="compact-xs"
            px={0}
            leftSection={isOpen ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
            onClick={toggle}
            aria-expanded={isOpen}
          >
            {t("stepForm.more")}
          </Button>
          {isOpen && (
            <Stack gap="sm" pt="xs">
              {advanced.map((field) => (
                <FieldControl key={field.key} field={field} path={[...path, field.key]} />
              ))}
            </Stack>
          )}
        </div>
      )}
    </Stack>
  );
}

/** Is the field shown, beside what the other fields of its object hold? */
function isWanted(when: Field["meta"]["when"], data: unknown): boolean {
  return Object.entries(when ?? {}).every(([key, values]) => values.includes(String(valueAt(data, [key]))));
}

function startsWith(path: Path | undefined, beginning: Path): boolean {
  return path !== undefined && beginning.every((key, index) => path[index] === key);
}
