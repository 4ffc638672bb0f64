import type { Flow } from "@ozflow/compiler";
import { flow } from "./flow-builder.ts";

type SubFlows = NonNullable<Flow["subFlows"]>;

function called(name: string, sketch: Parameters<typeof flow>[0]): SubFlows[string] {
  const { variables, steps, edges } = flow(sketch);
  return { name, variables, steps, edges };
}

const asked = { attempts: 2, timeoutSeconds: 2 };

/** Flows that random flows go through. `talk` goes through `ask`, twice, with variables of the same names. */
export const calledFlows: SubFlows = {
  ask: called("Ask", {
    variables: { given: "text", found: "text", count: "number" },
    steps: {
      in: "incoming-call",
      ask: ["collect-digits", { ...asked, prompt: { say: "{given}?" }, minDigits: 1, maxDigits: 2, saveTo: "found" }],
      count: ["set-variable", { assignments: [{ variable: "count", value: "count + 1" }] }],
      judge: ["condition", { cases: [{ name: "again", when: 'count < 2 && found != "1"' }] }],
      told: ["say", { say: "{found} after {count}, {given}" }],
      done: ["return", { name: "done" }],
      back: "return",
    },
    edges: ["in > ask.entered > count > judge.again > ask", "judge.otherwise > told > done", "ask.no-input > back"],
  }),
  /** Needs nothing of our server. */
  plain: called("Plain", {
    steps: {
      in: "incoming-call",
      hello: ["say", { say: "Plain" }],
      pick: ["menu", { ...asked, prompt: { say: "1?" }, options: [{ key: "1", label: "Done" }] }],
      done: ["return", { name: "done" }],
      back: "return",
    },
    edges: ["in > hello > pick.1 > done", "pick.no-input > back"],
  }),
  talk: called("Talk", {
    variables: { given: "text", found: "text" },
    steps: {
      in: "incoming-call",
      first: [
        "sub-flow",
        {
          flow: "ask",
          parameters: [{ variable: "given", value: 'given + "!"' }],
          results: [{ from: "found", variable: "found" }],
          ends: ["done"],
        },
      ],
      second: ["sub-flow", { flow: "ask", parameters: [{ variable: "given", value: "found" }] }],
      pick: ["menu", { ...asked, prompt: { say: "{found}" }, options: [{ key: "1", label: "Done" }] }],
      done: ["return", { name: "done" }],
      bye: "hang-up",
    },
    edges: ["in > first.done > second > pick.1 > done", "first.next > pick", "pick.no-input > bye"],
  }),
};
