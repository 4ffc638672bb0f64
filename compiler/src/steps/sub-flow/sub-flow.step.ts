import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { duplicates } from "../fields/duplicates.ts";
import { field } from "../fields/field.ts";
import { expression, variable, wayOut } from "../fields/fields.ts";

const theirs = (title: string) => field(z.string().min(1).max(64), { title, control: "their-variable" });

const schema = z.strictObject({
  flow: field(z.string().regex(/^[\w-]{0,64}$/, said`choose a flow`.message), { title: "Flow", control: "flow" }),
  parameters: field(
    z
      .array(
        z.strictObject({
          variable: theirs("Their variable"),
          value: expression({ title: "Begins as", placeholder: "call.caller" }),
        }),
      )
      .max(20),
    { title: "What it is given", control: "list" },
  ),
  results: field(
    z.array(z.strictObject({ from: theirs("Their variable"), variable: variable({ title: "Kept in" }) })).max(20),
    { title: "What it gives back", control: "list" },
  ),
  ends: field(z.array(wayOut({ title: "Return" })).max(20), { title: "Ways out for its returns", control: "list" }),
});

/** Let the call go through another flow and come back. Written into this flow's documents; no callback is made for it. */
export const subFlow = defineStep<z.infer<typeof schema>>({
  type: "sub-flow",
  title: "Sub-flow",
  description: "Goes through another flow and comes back",
  icon: "ArrowsExchange",
  family: "logic",
  contexts: ["extension", "third-party", "routing", "message"],
  schema,
  defaults: { flow: "", parameters: [], results: [], ends: [] },
  ports: ({ ends }) => [
    { id: "next", title: said`Then`, kind: "next" },
    ...ends.map((name) => ({ id: name, title: name, kind: "choice" as const })),
  ],
  summary: ({ flow }) => (flow === "" ? said`No flow yet` : `flow:${flow}`),
  calls: (data) => data,
  check: ({ flow, ends }) => [
    ...(flow === ""
      ? [
          {
            code: "flow-not-chosen",
            severity: "error" as const,
            ...said`callers would go straight on; choose the flow they go through.`,
            path: ["flow"],
          },
        ]
      : []),
    ...[...duplicates(["next", ...ends])].map((index) => ({
      code: "way-out-twice",
      severity: "error" as const,
      ...said`the way out "${ends[index - 1] ?? ""}" is there already; remove one of them.`,
      path: ["ends", index - 1],
    })),
  ],
  // Both only where the flow is not known: where it is, its steps stand here (phases/1-parse/call-flows.ts).
  emit: (_data, out) => out.at(out.label(), { op: "choose", cases: [], otherwise: out.port("next") }),
  // biome-ignore lint/correctness/useYield: nothing is done.
  *simulate() {
    return "next";
  },
});
