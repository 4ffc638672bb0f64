import { applyEdits, check } from "@ozflow/compiler";
import { expect, it } from "vitest";
import { languagesSet } from "../../compiler/src/rules/languages-set.ts";
import { flow } from "../support/flow-builder.ts";
import { testRule } from "../support/rule-cases.ts";

const spanish = ["set-language", { by: "language", language: "es-ES" }] as const;
const byValue = ["set-language", { by: "value", language: "", value: "call.caller" }] as const;
const languages = ["en-US", "es-ES"];

testRule("languages-set", languagesSet, {
  valid: {
    "one language, which calls begin in": { steps: { in: "incoming-call" } },
    "a language that a step sets": { languages, steps: { in: "incoming-call", a: spanish }, edges: ["in > a"] },
    "any of them may be set by a value": { languages, steps: { in: "incoming-call", a: byValue }, edges: ["in > a"] },
    "no language chosen yet, which the step itself tells": {
      steps: { in: "incoming-call", a: "set-language" },
      edges: ["in > a"],
    },
  },
  invalid: {
    "a language that the flow does not have": {
      steps: { in: "incoming-call", a: spanish },
      edges: ["in > a"],
      finds: [
        {
          code: "language-unknown",
          severity: "error",
          step: "a",
          path: ["language"],
          says: '"es-ES" is none of the flow\'s languages',
        },
      ],
    },
    "a language that nothing sets, nor a step that no call comes to": {
      languages,
      steps: { in: "incoming-call", a: spanish },
      finds: [{ code: "language-never-set", severity: "warning", says: 'No caller ever hears "es-ES"' }],
    },
  },
});

it("offers what mends it", () => {
  const unknown = flow({ steps: { in: "incoming-call", a: spanish, end: "hang-up" }, edges: ["in > a > end"] });
  const found = (subject: typeof unknown) =>
    check(subject).diagnostics.filter(({ code }) => code.startsWith("language"));
  const added = applyEdits(unknown, found(unknown)[0]?.fix?.edits ?? []);
  expect(added.languages).toEqual(languages);
  expect(found(added)).toEqual([]);
  const unset = { ...unknown, languages, steps: unknown.steps.filter(({ id }) => id !== "a"), edges: [] };
  const removed = applyEdits(unset, found(unset)[0]?.fix?.edits ?? []);
  expect(removed.languages).toEqual(["en-US"]);
  expect(found(removed)).toEqual([]);
});
