import type { Diagnostic } from "../flow/diagnostic.ts";
import { type Fix, fixBy } from "../flow/edits.ts";
import type { LinkedStep } from "../phases/1-parse/link-flow.ts";
import { placeInStep } from "../phases/1-parse/read-flow.ts";
import type { FieldMeta } from "../steps/fields/field.ts";
import { visitFields } from "../steps/fields/visit-fields.ts";
import { type Said, said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/** Numbers, e-mail addresses and sounds as they are written. What {placeholders} stand in is known in a call only. */
export const addressesWellFormed: Rule = {
  code: "number-malformed",
  check: ({ linked, memory }) => [...linked.steps.values()].flatMap((one) => memory.recall(faultsIn, one)),
};

function faultsIn({ step, definition, data }: LinkedStep): readonly Diagnostic[] {
  const found: Diagnostic[] = [];
  visitFields(definition.schema, data, (meta, value, path) => {
    const fault = faultOf(meta, String(value).trim());
    if (fault === undefined) return;
    const { code, why, instead } = fault;
    const sentence = said`${placeInStep(step, path)}: ${why}`;
    const fix = instead === undefined ? {} : { fix: put(instead, step.id, path) };
    found.push({ code, severity: "warning", ...sentence, step: step.id, path, ...fix });
  });
  return found;
}

interface Fault {
  readonly code: string;
  /** Follows the name of the field. */
  readonly why: Said;
  /** What is meant, as it seems. */
  readonly instead?: string;
}

function put(value: string, step: string, path: readonly (string | number)[]): Fix {
  return fixBy(said`Write ${value}`, [{ edit: "set", step, path, value }]);
}

function faultOf({ control, holds }: FieldMeta, value: string): Fault | undefined {
  if (value === "" || value.includes("{")) return undefined;
  if (control === "phone" && holds !== "name") return faultOfNumber(value);
  if (control === "audio-file" && !isPlayable(value)) {
    const why = said`the phone system plays WAV and MP3 files only, so callers hear nothing of "${value}"; convert it.`;
    return { code: "audio-malformed", why };
  }
  if (holds === "e-mail" && !value.split(/[;,]/).every(isEmail)) {
    const why = said`nothing is delivered to "${value}", for that is no e-mail address; write one such as desk@example.com.`;
    return { code: "email-malformed", why };
  }
  return undefined;
}

/** Extensions may be names and numbers SIP addresses, but none has blanks or brackets (RFC 3261, 19.1.1). */
function faultOfNumber(value: string): Fault | undefined {
  const dialled = /^[0-9A-Za-z+*#._@:;,=-]+$/;
  if (dialled.test(value)) return undefined;
  const digits = value.replace(/[\s()/-]/g, "");
  const why = said`the phone system cannot dial "${value}"; write digits only, as in +36301234567.`;
  return { code: "number-malformed", why, ...(/^[0-9+*#]+$/.test(digits) ? { instead: digits } : {}) };
}

/** By its ending, where it has one; an address may lead to a sound without (reference, Play). */
function isPlayable(value: string): boolean {
  return value.startsWith("prompt:") || /\.(wav|mp3)([?#].*)?$/i.test(value) || !/\.\w{2,4}$/.test(value);
}

function isEmail(text: string): boolean {
  return /^[^\s@]+@[^\s@]+\.[^\s@.]+$/.test(text.trim());
}
