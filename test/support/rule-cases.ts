import { type Diagnostic, type Flow, linkFlow } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { analyse } from "../../compiler/src/phases/2-analyse/analyse.ts";
import type { Rule } from "../../compiler/src/rules/rule.ts";
import { type FlowSketch, flow, labelOf } from "./flow-builder.ts";

/** What a rule finds, but for the whole of its sentence. */
interface Finding extends Omit<Diagnostic, "message" | "words"> {
  /** Words of the sentence. */
  readonly says: string;
}

interface RuleCases {
  readonly valid: Readonly<Record<string, FlowSketch>>;
  readonly invalid: Readonly<Record<string, FlowSketch & { readonly finds: readonly Finding[] }>>;
}

/** One test for each flow: the rule is asked alone, and finds exactly what is listed, in that order. */
export function testRule(name: string, rule: Rule, { valid, invalid }: RuleCases): void {
  describe(name, () => {
    it.each(Object.entries(valid))("accepts: %s", (_name, sketch) => {
      expect(findings(rule, flow(sketch))).toEqual([]);
    });

    it.each(Object.entries(invalid))("finds: %s", (_name, { finds, ...sketch }) => {
      const found = findings(rule, flow(sketch));
      const places = finds.map(({ says: _says, ...place }) => place);
      expect(found.map(({ message: _message, words: _words, fix: _fix, ...place }) => place)).toEqual(places);
      for (const [index, { says, step }] of finds.entries()) {
        const sentence = found[index]?.message;
        expect(sentence).toContain(says);
        if (step !== undefined) expect(sentence).toContain(labelOf(step));
      }
    });
  });
}

function findings(rule: Rule, subject: Flow): readonly Diagnostic[] {
  const { linked, diagnostics } = linkFlow(subject);
  expect(diagnostics).toEqual([]);
  return rule.check(analyse(linked));
}
