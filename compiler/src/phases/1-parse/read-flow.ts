import type { z } from "zod";
import { type Diagnostic, type Flow, flowSchema, migrateFlowFile } from "../../flow/index.ts";
import { findStepDefinition } from "../../steps/registry.ts";

export type FlowRead = { readonly flow: Flow } | { readonly diagnostics: readonly Diagnostic[] };

/** Largest flow file read, in characters: 20,000 well-filled steps are about 12 million. */
export const maxFlowFileLength = 32_000_000;

/** Reads a flow file. Whatever the text is, the answer is a flow or sentences about what is wrong with it. */
export function readFlowFile(text: string): FlowRead {
  if (text.length > maxFlowFileLength)
    return refuse("file-too-large", "The file is larger than any flow can be (32 MB).");
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (error) {
    return refuse(
      "not-json",
      `This is not a flow file: it is not JSON (${error instanceof Error ? error.message : error}).`,
    );
  }
  return readFlow(json);
}

/** Checks plain JSON against the flow schema and each step's data against its kind. */
export function readFlow(json: unknown): FlowRead {
  if (holdsPrototypeKey(json)) {
    return refuse("prototype-key", 'A key in this file is called "__proto__", which no flow uses: remove it.');
  }
  const version =
    json !== null && typeof json === "object" ? (json as Record<string, unknown>)["formatVersion"] : undefined;
  if (typeof version === "number" && version > 1) {
    return refuse(
      "newer-format",
      `The file has format version ${version}; this OzFlow reads up to 1. Update OzFlow to open it.`,
    );
  }
  const parsed = flowSchema.safeParse(migrateFlowFile(json));
  if (!parsed.success)
    return { diagnostics: parsed.error.issues.flatMap((issue) => toDiagnostics(issue, "flow-file")) };
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
        message: `"${nameOf(step)}" is of a kind this OzFlow does not know: "${step.type}".`,
        step: step.id,
      },
    ];
  }
  const parsed = definition.schema.safeParse(step.data);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue) => toDiagnostics(issue, "step-data", step));
}

/** How a step is called in sentences. */
export function nameOf(step: { readonly id: string; readonly label: string }): string {
  return step.label === "" ? step.id : step.label;
}

function toDiagnostics(issue: z.core.$ZodIssue, code: string, step?: Flow["steps"][number]): readonly Diagnostic[] {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  const where = path.length === 0 ? "" : `${path.join(".")}: `;
  const owner = step === undefined ? "" : `${nameOf(step)}, `;
  const base = { code, severity: "error" as const, path, ...(step === undefined ? {} : { step: step.id }) };
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      ...base,
      code: "unknown-key",
      path: [...path, key],
      message: `${owner}${[...path, key].join(".")}: this key is not known here; check its spelling.`,
    }));
  }
  return [{ ...base, message: `${owner}${where}${issue.message}` }];
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

function refuse(code: string, message: string): FlowRead {
  return { diagnostics: [{ code, severity: "error", message }] };
}
