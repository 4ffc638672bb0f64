import type { Flow, TrialCall } from "@ozflow/compiler";
import { z } from "zod";

/** Shapes that several routes answer with. Those with an id stand once in the OpenAPI document. */

/** ISO 8601, UTC. */
export const time = z.iso.datetime().meta({ id: "Time" });

/** What the compiler accepts as a flow is its business (`readFlow`); its JSON Schema is put in by `openapi.ts`. */
export const flowFile = z
  .custom<Flow>((value) => typeof value === "object" && value !== null)
  .meta({ id: "Flow", description: "A flow file; `ozflow schema` prints the same." });

/** What it is made of is the compiler's business, which plays it. */
const trialCall = z
  .custom<TrialCall>((value) => typeof value === "object" && value !== null)
  .meta({ id: "TrialCall", type: "object", description: "A call that shows the fault; `ozflow run` plays it." });

interface Template {
  readonly template: string;
  readonly values: readonly (string | number | Template)[];
}

/** What a sentence is made of, so that it can be said in other languages. */
export const words: z.ZodType<Template> = z
  .strictObject({
    template: z.string(),
    values: z.array(z.union([z.string(), z.number(), z.lazy(() => words)])),
  })
  .meta({ id: "Words", description: "English; {0}, {1} ... stand for the values, which may be sentences themselves." });

const sentence = { message: z.string(), words };

const fix = z
  .strictObject({ title: z.string(), words, edits: z.array(z.looseObject({ edit: z.string() })) })
  .meta({ id: "Fix", description: "What mends the fault: edits of the flow, in this order." });

export const diagnostic = z
  .strictObject({
    code: z.string(),
    severity: z.enum(["error", "warning"]),
    ...sentence,
    step: z.string().optional(),
    port: z.string().optional(),
    path: z.array(z.union([z.string(), z.number()])).optional(),
    fix: fix.optional(),
    call: trialCall.optional(),
  })
  .meta({ id: "Diagnostic" });

export const publication = z
  .strictObject({ revision: z.int(), publishedAt: time, callbackUrl: z.url() })
  .meta({ id: "Publication" });

export const created = z.strictObject({ id: z.string() });
