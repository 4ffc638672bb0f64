import { describe, expect, it } from "vitest";
import { activeCalls } from "../../editor/src/locales/active-calls.en.ts";
import { address } from "../../editor/src/locales/address.en.ts";
import { calendars } from "../../editor/src/locales/calendars.en.ts";
import { callSetup } from "../../editor/src/locales/call-setup.en.ts";
import { calls } from "../../editor/src/locales/calls.en.ts";
import { drawing } from "../../editor/src/locales/drawing.en.ts";
import { en } from "../../editor/src/locales/en.ts";
import { es } from "../../editor/src/locales/es.ts";
import { exporting } from "../../editor/src/locales/export.en.ts";
import { fallback } from "../../editor/src/locales/fallback.en.ts";
import { chosenLanguage } from "../../editor/src/locales/languages.ts";
import { measures } from "../../editor/src/locales/measures.en.ts";
import { pbxCalls } from "../../editor/src/locales/pbx-calls.en.ts";
import { phone } from "../../editor/src/locales/phone.en.ts";
import { phoneSystem } from "../../editor/src/locales/phone-system.en.ts";
import { promises } from "../../editor/src/locales/promises.en.ts";
import { promptTable } from "../../editor/src/locales/prompt-table.en.ts";
import { prompts } from "../../editor/src/locales/prompts.en.ts";
import { proofs } from "../../editor/src/locales/proofs.en.ts";
import { recordings } from "../../editor/src/locales/recordings.en.ts";
import { serverSettings } from "../../editor/src/locales/server-settings.en.ts";
import { shortcuts } from "../../editor/src/locales/shortcuts.en.ts";
import { startCall } from "../../editor/src/locales/start-call.en.ts";
import { stepForm } from "../../editor/src/locales/step-form.en.ts";
import { tables } from "../../editor/src/locales/tables.en.ts";
import { tests } from "../../editor/src/locales/tests.en.ts";
import { timeField } from "../../editor/src/locales/time-field.en.ts";
import { transcript } from "../../editor/src/locales/transcript.en.ts";
import { translations } from "../../editor/src/locales/translations.en.ts";
import { versions } from "../../editor/src/locales/versions.en.ts";
import type { LaterTexts } from "../../editor/src/locales/words.ts";

/** Every text of a catalogue by its address: "nav.flows". */
function textsOf(catalogue: object, address = ""): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(catalogue).flatMap(([key, value]): [string, string][] => {
      const at = address === "" ? key : `${address}.${key}`;
      return typeof value === "string" ? [[at, value]] : [...textsOf(value as object, at)];
    }),
  );
}

const blanks = (text: string) => [...text.matchAll(/\{\{?(\w+)\}?\}/g)].map(([, name]) => name).toSorted();

/** All of them: one that is missing here does not compile. */
const later: LaterTexts = {
  activeCalls,
  transcript,
  ...drawing,
  ...pbxCalls,
  recordings,
  shortcuts,
  address,
  calendars,
  callSetup,
  calls,
  export: exporting,
  fallback,
  measures,
  phone,
  phoneSystem,
  prompts,
  promptTable,
  proofs,
  promises,
  serverSettings,
  startCall,
  stepForm,
  tables,
  tests,
  timeField,
  translations,
  versions,
};

describe("the Spanish catalogue", () => {
  const english = textsOf({ ...en, ...later });
  const spanish = textsOf(es);

  it("lacks nothing and has nothing more", () => {
    expect([...spanish.keys()].toSorted()).toEqual([...english.keys()].toSorted());
  });

  it("has the same blanks to be filled in each text", () => {
    for (const [address, text] of english) {
      expect([address, blanks(spanish.get(address) ?? "")]).toEqual([address, blanks(text)]);
    }
  });

  it("is Spanish: sentences are not the English ones", () => {
    const words = (text: string) => text.replaceAll(/\{\{\w+\}\}/g, "").match(/\p{L}+/gu) ?? [];
    const same = [...english].filter(([address, text]) => words(text).length > 3 && spanish.get(address) === text);
    expect(same).toEqual([]);
  });
});

describe("the language", () => {
  it("is what was chosen, else what the browser asks for first, else English", () => {
    expect(chosenLanguage(null, ["de-AT", "es-MX", "en"])).toBe("es");
    expect(chosenLanguage("en", ["es-ES"])).toBe("en");
    expect(chosenLanguage(null, ["de", "fr"])).toBe("en");
    expect(chosenLanguage("xx", [])).toBe("en");
  });
});
