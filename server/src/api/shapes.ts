import type { Flow } from "@ozflow/compiler";
import { z } from "zod";

/** Shapes that several routes answer with. Those with an id stand once in the OpenAPI document. */

/** ISO 8601, UTC. */
export const time = z.iso.datetime().meta({ id: "Time" });

/** What the compiler accepts as a flow is its business (`readFlow`); its JSON Schema is put in by `openapi.ts`. */
export const flowFile = z
  .custom<Flow>((value) => typeof value === "object" && value !== null)
  .meta({ id: "Flow", description: "A flow file; `ozflow schema` prints the same." });

export const diagnostic = z
  .strictObject({
    code: z.string(),
    severity: z.enum(["error", "warning"]),
    message: z.string(),
    step: z.string().optional(),
    port: z.string().optional(),
    path: z.array(z.union([z.string(), z.number()])).optional(),
  })
  .meta({ id: "Diagnostic" });

export const publication = z
  .strictObject({ revision: z.int(), publishedAt: time, callbackUrl: z.url() })
  .meta({ id: "Publication" });

export const created = z.strictObject({ id: z.string() });
