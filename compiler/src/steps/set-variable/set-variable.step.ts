import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { field } from "../fields/field.ts";
import { expression, variable } from "../fields/fields.ts";

const schema = z.strictObject({
  assignments: field(
    z
      .array(
        z.strictObject({
          variable: variable({ title: "Variable" }),
          value: expression({ title: "Becomes", placeholder: "tries + 1" }),
        }),
      )
      .min(1)
      .max(20),
    { title: "Assignments, done from the top", control: "list" },
  ),
});

/** Remember something for later in the call. A value that cannot be worked out leaves the variable as it is. */
export const setVariable = defineStep<z.infer<typeof schema>>({
  type: "set-variable",
  title: "Set variable",
  description: "Remembers something for later in the call",
  icon: "Variable",
  family: "logic",
  contexts: ["extension", "third-party", "routing", "message"],
  schema,
  defaults: { assignments: [{ variable: "name", value: '"somebody"' }] },
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (data) => data.assignments.map((one) => `${one.variable} = ${one.value}`).join("\n"),
  emit(data, out) {
    data.assignments.forEach((one, index) => {
      const last = index === data.assignments.length - 1;
      out.at(out.label(index === 0 ? undefined : `set-${index + 1}`), {
        op: "assign",
        variable: one.variable,
        expression: one.value,
        next: last ? out.port("next") : out.label(`set-${index + 2}`),
      });
    });
  },
  // biome-ignore lint/correctness/useYield: remembering takes no time on the line.
  *simulate(data, call) {
    for (const one of data.assignments) call.assign(one.variable, call.evaluate(one.value, call.value(one.variable)));
    return "next";
  },
});
