import { applyEdits, check } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { promptsTranslated } from "../../compiler/src/rules/prompts-translated.ts";
import { flow } from "../support/flow-builder.ts";
import { testRule } from "../support/rule-cases.ts";

const languages = ["en-US", "es-ES"];
const spanish = ["set-language", { by: "language", language: "es-ES" }] as const;
const edges = ["in > es > a"];
const es = { in: "incoming-call", es: spanish } as const;
const translated = (of?: string) => ({ "es-ES": { say: "Hola", ...(of === undefined ? {} : { of }) } });
const missing = { code: "translation-missing", severity: "warning", step: "a" } as const;

testRule("prompts-translated", promptsTranslated, {
  valid: {
    "words that were translated as they are": {
      languages,
      steps: { ...es, a: ["say", { say: "  Hello ", translations: translated("Hello") }] },
      edges,
    },
    "a translation that does not say what it was made of": {
      languages,
      steps: { ...es, a: ["say", { say: "Hello", translations: translated() }] },
      edges,
    },
    "nothing but values and signs": {
      languages,
      variables: { name: "text" },
      steps: { ...es, a: ["say", { say: "{name}, 42!" }] },
      edges,
    },
    "words that say in which language they are": {
      languages,
      steps: { ...es, a: ["say", { say: "Para español, oprima dos", language: "es-ES" }] },
      edges,
    },
    "nobody hears it in the other language": {
      languages,
      steps: { in: "incoming-call", a: ["say", { say: "Hello" }], es: spanish },
      edges: ["in > a > es"],
    },
    "no call comes to it": { languages, steps: { ...es, a: ["say", { say: "Hello" }] }, edges: ["in > es"] },
  },
  invalid: {
    "words without a translation": {
      languages,
      steps: { ...es, a: ["say", { say: "Hello" }] },
      edges,
      finds: [{ ...missing, path: ["translations", "es-ES"], says: 'callers who hear "es-ES" hear this in "en-US"' }],
    },
    "a translation that says nothing": {
      languages,
      steps: { ...es, a: ["say", { say: "Hello", translations: { "es-ES": { say: " " } } }] },
      edges,
      finds: [{ ...missing, path: ["translations", "es-ES"], says: "translate it" }],
    },
    "an audio file, each prompt of a question": {
      languages,
      steps: {
        ...es,
        a: [
          "menu",
          {
            prompt: { parts: [{ pauseSeconds: 1 }, { play: "a.wav" }] },
            invalidPrompt: { say: "{call.caller}" },
            noInputPrompt: { say: "Are you there?" },
          },
        ],
      },
      edges,
      finds: [
        { ...missing, path: ["prompt", "translations", "es-ES"], says: "The caller hears" },
        { ...missing, path: ["noInputPrompt", "translations", "es-ES"], says: "After no input" },
      ],
    },
    "words that were changed since": {
      languages,
      steps: { ...es, a: ["say", { say: "Hello again", translations: translated("Hello") }] },
      edges,
      finds: [
        {
          code: "translation-stale",
          severity: "warning",
          step: "a",
          path: ["translations", "es-ES"],
          says: "were changed since they were translated",
        },
      ],
    },
  },
});

describe("what is offered", () => {
  const found = (subject: ReturnType<typeof flow>) =>
    check(subject).diagnostics.filter(({ code }) => code.startsWith("translation"));

  it("is to play the same sound, to leave a translation as it is, and nothing where words are missing", () => {
    const subject = flow({
      languages,
      steps: {
        ...es,
        a: ["play", { play: "music.wav" }],
        b: ["say", { say: "Hello again", translations: translated("Hello") }],
        c: ["say", { say: "Bye" }],
        end: "hang-up",
      },
      edges: ["in > es > a > b > c > end"],
    });
    expect(found(subject).map(({ fix }) => fix?.title)).toEqual([
      "Play the same to them",
      "The translation still fits",
      undefined,
    ]);
    const mended = applyEdits(
      subject,
      found(subject).flatMap(({ fix }) => fix?.edits ?? []),
    );
    expect(found(mended).map(({ step }) => step)).toEqual(["c"]);
    expect(mended.steps.find(({ id }) => id === "a")?.data["translations"]).toEqual({
      "es-ES": { play: "music.wav", of: "music.wav" },
    });
  });

  it("is told once at the step that goes through a flow without the language", () => {
    const sub = flow({
      steps: { in: "incoming-call", one: "say", two: "say", back: "return" },
      edges: ["in > one > two > back"],
    });
    const { name, variables, steps, edges: lines } = sub;
    const subject = {
      ...flow({
        languages,
        steps: { ...es, a: ["sub-flow", { flow: "greeting" }], end: "hang-up" },
        edges: ["in > es > a > end"],
      }),
      subFlows: { greeting: { name, languages: ["en-US"], variables, steps, edges: lines } },
    };
    expect(found(subject).map(({ step, path, message }) => [step, path, message])).toEqual([
      ["a", undefined, expect.stringContaining("in the flow it goes through")],
    ]);
  });
});
