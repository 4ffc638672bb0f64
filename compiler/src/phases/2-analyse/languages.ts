import { promptsIn } from "../../steps/fields/prompts-in.ts";
import { isSilent } from "../../steps/fields/sound.ts";
import type { LinkedFlow, LinkedStep } from "../1-parse/link-steps.ts";

/** The languages of the calls that come to the steps of a flow. */
export interface Languages {
  /** What calls begin in. */
  readonly first: string;
  /** What a call in this language is lowered in at the step: the first one where it makes no difference from there on. */
  at(step: string, language: string): string;
  /** What is heard behind a port, of a call that comes to its step in this language: several where the call decides. */
  behind(port: LinkedStep["ports"][number], language: string): readonly string[];
}

export function languagesOf(linked: LinkedFlow): Languages {
  const all = linked.flow.languages;
  const [first = ""] = all;
  const matters = all.length > 1 ? stepsThatSpeak(linked) : new Set<string>();
  return {
    first,
    at: (step, language) => (matters.has(step) ? language : first),
    behind({ language: set }, language) {
      if (set === undefined) return [language];
      if (set === "any") return all;
      return [all.includes(set.code) ? set.code : language];
    },
  };
}

/** Steps from which a call can be spoken to before its language is set anew. */
function stepsThatSpeak(linked: LinkedFlow): ReadonlySet<string> {
  const before = new Map<string, string[]>();
  for (const { step, ports } of linked.steps.values()) {
    for (const port of ports) {
      const target = port.language === undefined ? linked.target(step.id, port.id) : undefined;
      if (target !== undefined) before.set(target, [...(before.get(target) ?? []), step.id]);
    }
  }
  const found = new Set([...linked.steps.values()].filter(speaks).map(({ step }) => step.id));
  for (const id of found) for (const earlier of before.get(id) ?? []) found.add(earlier);
  return found;
}

function speaks({ definition, data }: LinkedStep): boolean {
  return promptsIn(definition.schema, data).some(
    ({ prompt }) => !isSilent(prompt) || prompt.translations !== undefined,
  );
}
