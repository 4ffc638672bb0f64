import { flowTestsSchema } from "@ozflow/compiler";
import { z } from "zod";
import { json } from "../api/answer.ts";
import { jsonBody } from "../api/body.ts";
import { type Routes, route } from "../api/route.ts";
import { getFlowTests, saveFlowTests } from "../use-cases/flows/flow-tests.ts";

/** Bytes: 2,000 tests with long texts. */
const maxTests = 8_000_000;

/** `version`: counts changes; 0 while nobody has kept any. */
const kept = z.strictObject({ version: z.int().min(0), tests: flowTestsSchema }).meta({ id: "FlowTests" });

/** `/api/flows/:id/tests`: calls to a flow and what is to come of them, as in a file `NAME.test.json`. */
export const flowTestRoutes = {
  getFlowTests: route({
    method: "GET",
    path: "/flows/:id/tests",
    role: "viewer",
    summary: "The tests of a flow",
    answer: json(kept),
    refusals: ["not-found"],
    run: (deps, { params }) => getFlowTests(deps, params.id),
  }),
  saveFlowTests: route({
    method: "PUT",
    path: "/flows/:id/tests",
    role: "editor",
    summary: "Put tests in the place of the version that was read",
    body: jsonBody(kept, maxTests),
    answer: json(kept),
    refusals: ["not-found", "conflict"],
    run: (deps, { params, body }) => saveFlowTests(deps, { ...params, ...body }),
  }),
} satisfies Routes;
