import { type Flow, nameOf, type Step } from "@ozflow/compiler";
import { titleOf } from "./step-words.ts";

/** A step in which something was found. */
export interface FoundStep {
  readonly step: string;
  readonly name: string;
  /** What was found in it, where that is not its name: a prompt, a number, an expression. */
  readonly text: string;
}

/** Steps found at most: who types on finds fewer. */
const most = 30;

/** Steps whose name, kind or fields hold what is looked for; first those that are called so. Nothing finds nothing. */
export function findSteps(flow: Flow, query: string): readonly FoundStep[] {
  const wanted = plain(query.trim());
  if (wanted === "") return [];
  const holds = (text: string) => plain(text).includes(wanted);
  const called = flow.steps.filter((step) => holds(nameOf(step)) || holds(step.id));
  const inside = flow.steps.flatMap((step): readonly FoundStep[] => {
    const text = called.includes(step) ? undefined : [titleOf(step.type), ...textsIn(step.data)].find(holds);
    return text === undefined ? [] : [{ step: step.id, name: nameOf(step), text }];
  });
  return [...called.map((step) => ({ step: step.id, name: nameOf(step), text: "" })), ...inside].slice(0, most);
}

function textsIn(data: Step["data"][string]): readonly string[] {
  if (typeof data === "string" || typeof data === "number") return [String(data)];
  return typeof data === "object" && data !== null ? Object.values(data).flatMap(textsIn) : [];
}

/** Without case and accents: who types "opcion" finds "Opción". */
function plain(text: string): string {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}
