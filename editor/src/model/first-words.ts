import type { Flow } from "@ozflow/compiler";
import { spokenLanguage } from "./say.ts";

/** What callers hear of a new step, by the English that its definition begins with. */
const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  es: {
    "Welcome.": "Bienvenido.",
    "For sales, press 1.": "Para ventas, pulse 1.",
    "Sorry, that is not an option.": "Lo siento, esa opción no existe.",
    "We are sorry, something went wrong. Please call again later.":
      "Lo sentimos, algo ha fallado. Vuelva a llamar más tarde, por favor.",
    Sales: "Ventas",
    "Please enter your 4-digit PIN.": "Marque su PIN de 4 cifras.",
    "Sorry, that is not right.": "Lo siento, no es correcto.",
    "Please leave a message after this.": "Deje un mensaje después de esto.",
    Monday: "lunes",
    Tuesday: "martes",
  },
};

/** What is said of a flow's own when it fails, to begin with; undefined for languages that we do not speak. */
export function firstApology(language: string): string | undefined {
  const base = baseOf(language);
  return base === "en" ? apology : words[base]?.[apology];
}

const apology = "We are sorry, something went wrong. Please call again later.";

/** Data of a new step in the language of the flow, or of whoever draws it where the flow's is another one. */
export function inFlowLanguage<Data>(data: Data, { languages: [first = ""] }: Pick<Flow, "languages">): Data {
  const known = (code: string) => /^en\b/i.test(code) || words[baseOf(code)] !== undefined;
  const own = words[baseOf(known(first) ? first : spokenLanguage())];
  return own === undefined ? data : (translated(data, own) as Data);
}

function baseOf(code: string): string {
  return code.toLowerCase().split("-")[0] ?? "";
}

function translated(value: unknown, own: Readonly<Record<string, string>>): unknown {
  if (typeof value === "string") return own[value] ?? value;
  if (Array.isArray(value)) return value.map((entry) => translated(entry, own));
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, translated(entry, own)]));
}
