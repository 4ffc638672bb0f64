import { describe, expect, it } from "vitest";
import { setLanguages } from "../../editor/src/model/changes/set-languages.ts";
import { newFallback, withApology } from "../../editor/src/model/new-fallback.ts";
import { flow } from "../support/flow-builder.ts";

const sorry = { say: "Sorry." };
const perdon = { say: "Perdón." };

describe("what callers hear when a flow fails", () => {
  it("begins with words in each language that we speak", () => {
    expect(newFallback(["en-GB"])).toEqual({ prompt: { say: expect.stringMatching(/^We are sorry/) } });
    expect(newFallback(["es-ES", "fr-FR", "en-US"])).toEqual({
      prompt: { say: expect.stringMatching(/^Lo sentimos/) },
      translations: { "en-US": { say: expect.stringMatching(/^We are sorry/) } },
    });
  });

  it("is written language by language; the first is never without", () => {
    const both = withApology({ prompt: sorry, transferTo: "2000" }, "es-ES", perdon);
    expect(both).toEqual({ prompt: sorry, translations: { "es-ES": perdon }, transferTo: "2000" });
    expect(withApology(both, undefined, { play: "sorry.wav" })).toEqual({ ...both, prompt: { play: "sorry.wav" } });
    expect(withApology(both, undefined, undefined)).toEqual(both);
    expect(withApology(both, "es-ES", undefined)).toEqual({ prompt: sorry, transferTo: "2000" });
  });

  it("follows the languages of the flow round", () => {
    const fallback = { prompt: sorry, translations: { "es-ES": perdon } };
    const drawn = flow({ languages: ["en-US", "es-ES"], steps: {}, fallback });
    const turned = setLanguages(["es-ES", "en-US"]).apply(drawn);
    expect(turned.fallback).toEqual({ prompt: perdon, translations: { "en-US": sorry } });
    expect(setLanguages(drawn.languages).apply(turned)).toEqual(drawn);
  });
});
