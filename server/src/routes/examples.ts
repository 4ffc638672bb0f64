import { z } from "zod";
import { json } from "../api/answer.ts";
import { type Routes, route } from "../api/route.ts";
import { flowFile } from "../api/shapes.ts";
import { listExamples } from "../use-cases/flows/list-examples.ts";

const example = z.strictObject({ id: z.string(), name: z.string(), description: z.string(), flow: flowFile });

/** `/api/examples`: flows to begin with. */
export const exampleRoutes = {
  listExamples: route({
    method: "GET",
    path: "/examples",
    role: "viewer",
    summary: "Flows to begin with",
    answer: json(z.strictObject({ examples: z.array(example) })),
    run: async (deps) => ({ examples: await listExamples(deps) }),
  }),
} satisfies Routes;
