import type { Apology, Fallback, Flow } from "@ozflow/compiler";
import { firstApology } from "./first-words.ts";

/** What a flow says of its own when it fails, to begin with: in all of its languages that we speak. */
export function newFallback([first = "", ...others]: Flow["languages"]): Fallback {
  const translations = others.flatMap((language) => {
    const say = firstApology(language);
    return say === undefined ? [] : [[language, { say }] as const];
  });
  const prompt = { say: firstApology(first) ?? firstApology("en") ?? "" };
  return { prompt, ...(translations.length === 0 ? {} : { translations: Object.fromEntries(translations) }) };
}

/** Characters; the file format's own bound. */
export const maxApology = 1000;

/** The same said otherwise; undefined: nothing is left of it. */
export function apologyIn(
  text: string,
  before: Apology | undefined,
  kind: "say" | "play" = "say",
): Apology | undefined {
  if (text.trim() === "") return undefined;
  const short = text.slice(0, maxApology);
  const voice = before !== undefined && "language" in before ? { language: before.language } : {};
  return kind === "say" ? { say: short, ...voice } : { play: short };
}

/** With other words in a language of the flow, or with none but for the first one, which is always there. */
export function withApology(
  { translations = {}, ...others }: Fallback,
  language: string | undefined,
  apology: Apology | undefined,
): Fallback {
  if (language === undefined) {
    const same = Object.keys(translations).length === 0 ? {} : { translations };
    return { ...others, ...same, ...(apology === undefined ? {} : { prompt: apology }) };
  }
  const { [language]: _, ...rest } = translations;
  const next = apology === undefined ? rest : { ...rest, [language]: apology };
  return { ...others, ...(Object.keys(next).length === 0 ? {} : { translations: next }) };
}
