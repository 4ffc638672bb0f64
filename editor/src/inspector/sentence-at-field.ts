import type { Step } from "@ozflow/compiler";

/**
 * A diagnostic's sentence without the names in front ("Ask for the PIN, At least: …", "Transfer: …"), which everybody
 * sees beside the field.
 */
export function sentenceAtField(message: string, step: Pick<Step, "id" | "label">): string {
  const owner = step.label === "" ? step.id : step.label;
  if (!message.startsWith(`${owner}, `) && !message.startsWith(`${owner}: `)) return message;
  const sentence = message.slice(message.indexOf(": ", owner.length) + 2);
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
