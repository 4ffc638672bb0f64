import type { Step } from "@ozflow/compiler";

/** A diagnostic's sentence without the names in front that everybody sees beside the field. */
export function sentenceAtField(message: string, step: Step, title: string | undefined): string {
  const owner = `${step.label === "" ? step.id : step.label}, `;
  const rest = message.startsWith(owner) ? message.slice(owner.length) : message;
  const field = title === undefined ? "" : `${title}: `;
  const sentence = field !== "" && rest.startsWith(field) ? rest.slice(field.length) : rest.replace(/^[\w.]+: /, "");
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
