import { closest, distance } from "fastest-levenshtein";
import { fixBy } from "../flow/edits.ts";
import type { Diagnostic } from "../flow/index.ts";
import type { LinkedFlow } from "../phases/1-parse/link-flow.ts";
import { placeInStep } from "../phases/1-parse/read-flow.ts";
import { type Directory, isInternal } from "../resources/directory.ts";
import type { FieldMeta } from "../steps/fields/field.ts";
import { visitFields } from "../steps/fields/visit-fields.ts";
import { type Said, said } from "../words/said.ts";

/** Signs that somebody who means another one may have mistaken. */
const slips = 2;

/**
 * Every extension that is dialled is one that the phone system lists, and no e-mail address is one of its contacts but for
 * a slip. Of numbers outside nothing is known, and of what {placeholders} stand in.
 */
export function checkDirectory({ flow, steps }: LinkedFlow, directory: Directory): readonly Diagnostic[] {
  if (directory.extensions.length === 0) return [];
  const found: Diagnostic[] = [];
  for (const { step, definition, data } of steps.values()) {
    visitFields(definition.schema, data, (meta, value, path) => {
      const fault = faultOf(meta, String(value).trim(), directory);
      if (fault === undefined) return;
      const { code, why, near } = fault;
      const fix =
        near === undefined
          ? {}
          : { fix: fixBy(said`Write ${near}`, [{ edit: "set", step: step.id, path, value: near }]) };
      const sentence = said`${placeInStep(step, path)}: ${why}`;
      found.push({ code, severity: "warning", ...sentence, step: step.id, path, ...fix });
    });
  }
  const { transferTo } = flow.fallback ?? {};
  const fault = transferTo === undefined ? undefined : faultOfNumber(transferTo, directory);
  if (fault !== undefined)
    found.push({ code: fault.code, severity: "warning", ...said`${said`Flow, when something fails`}: ${fault.why}` });
  return found;
}

interface Fault {
  readonly code: string;
  /** Follows the name of the field. */
  readonly why: Said;
  /** What is meant, as it seems. */
  readonly near?: string;
}

function faultOf({ control, holds }: FieldMeta, value: string, directory: Directory): Fault | undefined {
  if (value === "" || value.includes("{")) return undefined;
  if (holds === "e-mail") return faultOfAddress(value, directory);
  return control === "phone" && holds === undefined ? faultOfNumber(value, directory) : undefined;
}

function faultOfNumber(value: string, directory: Directory): Fault | undefined {
  const { extensions, contacts } = directory;
  if (!isInternal(value, directory) || [...extensions, ...contacts].some((one) => isSame(one, value))) return undefined;
  const near = nearTo(value, extensions);
  const why =
    near === undefined
      ? said`the phone system knows no extension "${value}", so nobody is reached there; write another one.`
      : said`the phone system knows no extension "${value}", so nobody is reached there; ${near} is the nearest that it knows.`;
  return { code: "number-unknown", why, ...(near === undefined ? {} : { near }) };
}

/** Addresses outside are nobody's to list: only what looks like a contact's and is not can be told. */
function faultOfAddress(value: string, { contacts }: Directory): Fault | undefined {
  const known = contacts.filter((one) => one.includes("@"));
  if (/[;,]/.test(value) || known.some((one) => isSame(one, value))) return undefined;
  const near = nearTo(value, known);
  if (near === undefined) return undefined;
  const why = said`no contact of the phone system has the address "${value}", and ${near} is nearly the same; write that if it is meant.`;
  return { code: "email-unknown", why, near };
}

function isSame(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase();
}

function nearTo(value: string, known: readonly string[]): string | undefined {
  if (known.length === 0) return undefined;
  // Of several that are as near, one of the same length is meant most often.
  const longer = (one: string) => Math.abs(one.length - value.length);
  const near = closest(
    value,
    [...known].sort().sort((a, b) => longer(a) - longer(b)),
  );
  return distance(value, near) <= Math.min(slips, value.length - 1) ? near : undefined;
}
