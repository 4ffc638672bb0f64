import { type Answer, readOzml } from "@ozflow/compiler";

/**
 * Steps a caller comes to in the document that was just served, if they stay on the line: everything up to the first
 * question. What lies behind a question is told by the next callback, which knows the whole way; so this matters only
 * for the last callback of a call.
 */
export function stepsAhead({ xml, steps }: Pick<Answer, "xml" | "steps">): readonly string[] {
  const ahead: string[] = [];
  for (const command of readOzml(xml).root?.children ?? []) {
    const step = steps[command.index] ?? "";
    if (step !== "" && step !== ahead.at(-1)) ahead.push(step);
    // A command that holds others (UserInput) lets the caller decide which of them run.
    if (command.children.length > 0) break;
  }
  return ahead;
}
