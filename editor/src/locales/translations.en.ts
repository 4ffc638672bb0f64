/** Texts of what is said in other languages, in English. */
export const translations = {
  title: "Translation",
  missing: "Not translated: callers hear the first language",
  stale: "The words have changed since",
  madeFrom: "It was translated from: {{words}}",
  stillFits: "It still fits",
  remove: "Remove",
  languages: "Languages of the flow",
  languagesText:
    "Codes that the phone system knows its voices by. Calls begin in the first one, which prompts are written in; the others are set by a Language step. If you put another one first, its translations change places with the words.",
  first: "First",
  makeFirst: "Put {{language}} first",
  removeLanguage: "Remove {{language}}",
  code: "Code",
  add: "Add",
};
