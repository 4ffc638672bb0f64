import { apologyTranslated } from "../../compiler/src/rules/apology-translated.ts";
import { testRule } from "../support/rule-cases.ts";

const languages = ["en-US", "es-ES", "fr-FR"];
const steps = { in: "incoming-call" } as const;
const missing = { code: "translation-missing", severity: "warning" } as const;
const says = (language: string) =>
  `Flow, when something fails: callers who hear "${language}" are told in "en-US" only`;

testRule("apology-translated", apologyTranslated, {
  valid: {
    "nothing of its own, in several languages": { languages, steps },
    "one language": { steps, fallback: { prompt: { say: "Sorry." } } },
    "words or a sound for each language": {
      languages,
      steps,
      fallback: {
        prompt: { say: "Sorry." },
        translations: { "es-ES": { say: "Lo sentimos." }, "fr-FR": { play: "pardon.wav" } },
      },
    },
  },
  invalid: {
    "no translation at all": {
      languages,
      steps,
      fallback: { prompt: { say: "Sorry." } },
      finds: [
        { ...missing, says: says("es-ES") },
        { ...missing, says: says("fr-FR") },
      ],
    },
    "one translation of two": {
      languages,
      steps,
      fallback: { prompt: { play: "sorry.wav" }, translations: { "fr-FR": { say: "Pardon." } } },
      finds: [{ ...missing, says: says("es-ES") }],
    },
  },
});
