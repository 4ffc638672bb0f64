import type { Flow } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { setLanguages } from "../../editor/src/model/changes/set-languages.ts";
import { languageName, usualLanguages } from "../../editor/src/model/language-names.ts";
import { withSources } from "../../editor/src/model/translation-sources.ts";
import { flow } from "../support/flow-builder.ts";

const dataOf = ({ steps }: Flow, id: string) => steps.find((step) => step.id === id)?.data;

describe("a translation that is written", () => {
  const say = { type: "say" };
  const before = { say: " Hello  there", translations: { "es-ES": { say: "Hola", of: "Hello" } } };

  it("knows the words it was made from", () => {
    const after = { ...before, translations: { ...before.translations, "de-DE": { say: "Hallo" } } };
    expect(withSources(say, before, after)).toEqual({
      ...before,
      translations: { "es-ES": { say: "Hola", of: "Hello" }, "de-DE": { say: "Hallo", of: "Hello there" } },
    });
  });

  it("knows them anew when it is changed, and not when the words are", () => {
    const other = { ...before, translations: { "es-ES": { say: "Buenas", of: "Hello" } } };
    expect(withSources(say, before, other)).toMatchObject({ translations: { "es-ES": { of: "Hello there" } } });
    const words = { ...before, say: "Goodbye" };
    expect(withSources(say, before, words)).toEqual(words);
  });

  it("is told from what it was made of in each prompt of a question, in lists and recordings", () => {
    const menu = { prompt: { parts: [{ play: "a.wav" }, { say: "One" }], translations: { fr: { play: "b.wav" } } } };
    const after = withSources({ type: "menu" }, {}, menu);
    expect(after).toMatchObject({ prompt: { translations: { fr: { play: "b.wav", of: "a.wav\nOne" } } } });
  });
});

describe("the languages of a flow", () => {
  const drawn = flow({
    languages: ["en-US", "es-ES", "de-DE"],
    steps: {
      a: [
        "say",
        {
          say: "Hello",
          party: "caller",
          translations: { "es-ES": { say: "Hola", voice: "Lola", of: "Hello" }, "de-DE": { say: "Hallo", of: "Old" } },
        },
      ],
      b: ["say", { say: "Only English" }],
      c: ["say", { say: "Bye", translations: { "es-ES": { play: "adios.wav", of: "Bye" } } }],
    },
  });

  it("are added and removed, and translations of one that is gone are kept", () => {
    const fewer = setLanguages(["en-US"]).apply(drawn);
    expect(fewer.languages).toEqual(["en-US"]);
    expect(fewer.steps).toEqual(drawn.steps);
  });

  it("change places with their words, and back, where there are any and the step can hold them", () => {
    const turned = setLanguages(["es-ES", "en-US", "de-DE"]).apply(drawn);
    expect(dataOf(turned, "a")).toEqual({
      say: "Hola",
      voice: "Lola",
      party: "caller",
      translations: { "en-US": { say: "Hello", of: "Hola" }, "de-DE": { say: "Hallo", of: "Old" } },
    });
    expect(dataOf(turned, "b")).toEqual(dataOf(drawn, "b"));
    expect(dataOf(turned, "c")).toEqual(dataOf(drawn, "c"));
    expect(setLanguages(drawn.languages).apply(turned)).toEqual(drawn);
  });

  it("are called what people call them; a code that nobody knows is shown as it is", () => {
    expect(languageName("es-ES", "en")).toBe("European Spanish");
    expect(languageName("es-ES", "es")).toContain("español");
    expect(languageName("not a code", "en")).toBe("not a code");
    expect(new Set(usualLanguages).size).toBe(usualLanguages.length);
  });
});
