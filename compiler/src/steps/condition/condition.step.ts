import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { duplicates } from "../fields/duplicates.ts";
import { field } from "../fields/field.ts";
import { expression, wayOut } from "../fields/fields.ts";

const caseSchema = z.strictObject({
  name: wayOut(),
  when: expression({ title: "When", gives: "truth", placeholder: 'pin == "1234"' }),
});

const schema = z.strictObject({
  cases: field(z.array(caseSchema).min(1).max(30), { title: "Cases, tried from the top", control: "list" }),
});

/** Go one way or another by what is known of the call. Decided by our server, never by the PBX. */
export const condition = defineStep<z.infer<typeof schema>>({
  type: "condition",
  title: "Condition",
  description: "Goes one way or another by what is known of the call",
  icon: "ArrowsSplit2",
  family: "logic",
  contexts: ["extension", "third-party", "routing", "message"],
  schema,
  defaults: { cases: [{ name: "yes", when: "true" }] },
  ports: (data) => [
    ...data.cases.map((one) => ({ id: one.name, title: one.name, kind: "choice" as const })),
    { id: "otherwise", title: said`Otherwise`, kind: "next" },
  ],
  summary: (data) => data.cases.map((one) => `${one.name}: ${one.when}`).join("\n"),
  check: (data) =>
    duplicates([...data.cases.map((one) => one.name), "otherwise"]).map((index) => ({
      code: "case-twice",
      severity: "error",
      ...said`two ways out are called "${data.cases[index]?.name ?? "otherwise"}"; give each a name of its own.`,
      path: ["cases", Math.min(index, data.cases.length - 1), "name"],
    })),
  emit(data, out) {
    out.at(out.label(), {
      op: "choose",
      cases: data.cases.map((one) => ({ when: one.when, to: out.port(one.name) })),
      otherwise: out.port("otherwise"),
    });
  },
  *simulate(data, call) {
    return data.cases.find((one) => call.evaluate(one.when, false) === true)?.name ?? "otherwise";
  },
});
