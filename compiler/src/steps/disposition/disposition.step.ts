import { z } from "zod";
import { expressionsIn, wordsIn } from "../../expressions/placeholders.ts";
import { said } from "../../words/said.ts";
import { type CheckFacts, defineStep, type LocalFault } from "../definition.ts";
import { line, template } from "../fields/fields.ts";
import { missing } from "../fields/missing.ts";

const schema = z.strictObject({
  disposition: line({ title: "Disposition", placeholder: "Order taken", literal: true }),
  note: template({
    title: "Note",
    placeholder: "Nothing; {name} puts in a variable",
    ours: true,
  }),
});

/** Say how the call went, for the list of calls. Of several in one call the last one counts. */
export const disposition = defineStep<z.infer<typeof schema>>({
  type: "disposition",
  title: "Disposition",
  description: "Notes how the call went, for the list of calls",
  icon: "Tag",
  family: "logic",
  // In other contexts no call of ours is there to be noted of.
  contexts: ["extension"],
  schema,
  defaults: { disposition: "", note: "" },
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (data) => (data.note === "" ? data.disposition : `${data.disposition}\n${data.note}`),
  check: (data, facts) => [
    ...missing(data, { disposition: said`nothing is noted of the call; enter a word to find it by.` }),
    ...secretFaults(data.note, facts),
  ],
  emit({ disposition, note }, out) {
    out.at(out.label(), { op: "tell", disposition: disposition.trim(), note, next: out.port("next") });
  },
  *simulate({ disposition, note }, call) {
    yield* call.tell({ disposition: disposition.trim(), note });
    return "next";
  },
});

function secretFaults(note: string, { variables }: CheckFacts): readonly LocalFault[] {
  const read = new Set(expressionsIn(note).flatMap(wordsIn));
  return variables
    .filter(({ name, secret }) => secret === true && read.has(name))
    .map(({ name }) => ({
      code: "secret-in-note",
      severity: "error",
      ...said`"${name}" is secret, but whoever sees the list of calls would read it in the note; take it out.`,
      path: ["note"],
    }));
}
