import type { z } from "zod";
import { type Diagnostic, type Flow, flowSchema, migrateFlowFile } from "../../flow/index.ts";
import { type FieldAt, fieldAt } from "../../steps/fields/field-at.ts";
import { findStepDefinition } from "../../steps/registry.ts";
import { type Said, said, type Text } from "../../words/said.ts";
import { innermostIssues, issueSentence, unknownKeySentence } from "./issue-sentence.ts";
import { placeInFile } from "./place-in-file.ts";

export type FlowRead = { readonly flow: Flow } | { readonly diagnostics: readonly Diagnostic[] };

/** Largest flow file read, in characters: 20,000 well-filled steps are about 12 million. */
export const maxFlowFileLength = 32_000_000;

/** Reads a flow file. Whatever the text is, the answer is a flow or sentences about what is wrong with it. */
export function readFlowFile(text: string): FlowRead {
  if (text.length > maxFlowFileLength)
    return refuse("file-too-large", said`The file is larger than any flow can be (32 MB).`);
  if (text.trim() === "") return refuse("not-json", said`The file is empty.`);
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    return refuse(
      "not-json",
      said`This is not a flow file: it is not JSON (${error instanceof Error ? error.message : String(error)}).`,
    );
  }
  return readFlow(json);
}

/** Checks plain JSON against the flow schema and each step's data against its kind. */
export function readFlow(json: unknown): FlowRead {
  if (holdsPrototypeKey(json)) {
    return refuse("prototype-key", said`A key in this file is called "__proto__", which no flow uses: remove it.`);
  }
  if (json === null || typeof json !== "object" || Array.isArray(json)) {
    return refuse("flow-file", said`This is JSON, but no flow.`);
  }
  const version: unknown = Reflect.get(json, "formatVersion");
  if (version === undefined) return refuse("flow-file", said`This is no OzFlow flow: it has no format version.`);
  if (typeof version === "number" && version > 1) {
    return refuse(
      "newer-format",
      said`The file has format version ${version}; this OzFlow reads up to 1. Update OzFlow to open it.`,
    );
  }
  const file = migrateFlowFile(json);
  const parsed = flowSchema.safeParse(file, { reportInput: true });
  if (!parsed.success) {
    const placeOf = (path: Path) => ({ place: placeInFile(path, file), meta: undefined });
    return { diagnostics: toDiagnostics(parsed.error, "flow-file", placeOf) };
  }
  const diagnostics = parsed.data.steps.flatMap(checkData);
  return diagnostics.length === 0 ? { flow: parsed.data } : { diagnostics };
}

/** Faults of one step's data against the schema of its kind. */
export function checkData(step: Flow["steps"][number]): readonly Diagnostic[] {
  const definition = findStepDefinition(step.type);
  if (definition === undefined) {
    return [
      {
        code: "unknown-step-type",
        severity: "error",
        ...said`"${nameOf(step)}" is of a kind this OzFlow does not know ("${step.type}"): update OzFlow or remove the step.`,
        step: step.id,
      },
    ];
  }
  const parsed = definition.schema.safeParse(step.data, { reportInput: true });
  if (parsed.success) return [];
  const placeOf = (path: Path) => ({ ...fieldAt(definition.schema, path), place: placeInStep(step, path) });
  return toDiagnostics(parsed.error, "step-data", placeOf).map((one) => ({ ...one, step: step.id }));
}

/** How a step is called in sentences. */
export function nameOf(step: { readonly id: string; readonly label: string }): string {
  return step.label === "" ? step.id : step.label;
}

/** How a field of a step is called in sentences: "Main menu, Key 2 of the list". */
export function placeInStep(step: Flow["steps"][number], path: Path): Text {
  const definition = findStepDefinition(step.type);
  const place = definition === undefined ? "" : fieldAt(definition.schema, path).place;
  return place === "" ? nameOf(step) : said`${nameOf(step)}, ${place}`;
}

type Path = readonly PropertyKey[];

function toDiagnostics(error: z.ZodError, code: string, placeOf: (path: Path) => FieldAt): readonly Diagnostic[] {
  return error.issues.flatMap(innermostIssues).flatMap((issue) => {
    const { place, meta } = placeOf(issue.path);
    // No schema of ours has symbols for keys.
    const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
    const severity = "error" as const;
    if (issue.code !== "unrecognized_keys") {
      return [{ code, severity, path, ...said`${place}: ${issueSentence(issue, meta)}.` }];
    }
    return issue.keys.map((key) => ({
      code: "unknown-key",
      severity,
      path: [...path, key],
      ...said`${place}: ${unknownKeySentence(key)}.`,
    }));
  });
}

/** Copying an object drops such a key without a word, so it is refused before anything is copied. */
function holdsPrototypeKey(json: unknown): boolean {
  const waiting = [json];
  for (let value = waiting.pop(); waiting.length > 0 || value !== undefined; value = waiting.pop()) {
    if (value === null || typeof value !== "object") continue;
    if (Object.hasOwn(value, "__proto__")) return true;
    for (const inner of Object.values(value)) waiting.push(inner);
  }
  return false;
}

function refuse(code: string, sentence: Said): FlowRead {
  return { diagnostics: [{ code, severity: "error", ...sentence }] };
}
