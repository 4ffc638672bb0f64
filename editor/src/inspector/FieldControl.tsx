import type { Field } from "../model/fields.ts";
import type { Path } from "../model/value-at.ts";
import { ChoiceControl } from "./controls/ChoiceControl.tsx";
import { ExpressionControl } from "./controls/ExpressionControl.tsx";
import { ListControl } from "./controls/ListControl.tsx";
import { NumberControl } from "./controls/NumberControl.tsx";
import { PromptControl } from "./controls/PromptControl.tsx";
import { TemplateControl } from "./controls/TemplateControl.tsx";
import { TextControl } from "./controls/TextControl.tsx";
import { ToggleControl } from "./controls/ToggleControl.tsx";
import { VariableControl } from "./controls/VariableControl.tsx";

export interface ControlProps {
  readonly field: Field;
  readonly path: Path;
  /** Set where the field's own title would only repeat what stands above it: the name for screen readers. */
  readonly named?: string;
}

/** The control for each word a field's description may use. A new control is a component and a line here. */
const controls: Readonly<Record<Field["meta"]["control"], (props: ControlProps) => React.ReactNode>> = {
  line: TextControl,
  template: TemplateControl,
  "audio-file": TextControl,
  prompt: PromptControl,
  phone: TextControl,
  digits: TextControl,
  number: NumberControl,
  duration: NumberControl,
  toggle: ToggleControl,
  choice: ChoiceControl,
  expression: ExpressionControl,
  variable: VariableControl,
  list: ListControl,
};

export function FieldControl(props: ControlProps) {
  const Control = controls[props.field.meta.control];
  return (
    <div data-field={props.path.join(".")}>
      <Control {...props} />
    </div>
  );
}
