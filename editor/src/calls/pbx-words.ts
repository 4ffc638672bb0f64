import i18next from "i18next";
import { addTexts } from "../i18n.ts";
import { pbxCalls } from "../locales/pbx-calls.en.ts";

addTexts(pbxCalls);

/** A state or direction of a call, or what was told of it, in the language of the interface; a word of the phone system that nobody knows stays. */
export function pbxWord(kind: "states" | "directions" | "notifications", word: string): string {
  const known: unknown = i18next.getResource(i18next.language, "translation", `pbxCall.${kind}.${word}`);
  return typeof known === "string" ? known : word;
}

/**
 * When a call began, as people write it: "2019-04-09 10:34:07" of the newer generation stays by the clock of the phone
 * system, the older one says its zone. What is no time stays as it is.
 */
export function pbxTime(text: string): string {
  const isZoned = !/^[\d-]+ [\d:]+$/.test(text);
  const ms = Date.parse(isZoned ? text : `${text.replace(" ", "T")}Z`);
  if (Number.isNaN(ms)) return text;
  const format = { dateStyle: "medium", timeStyle: "medium", ...(isZoned ? {} : { timeZone: "UTC" }) } as const;
  return new Intl.DateTimeFormat(i18next.language, format).format(ms);
}
