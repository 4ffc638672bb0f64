import { howToTurn, typeNames } from "../expressions/type-names.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import { said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/** What is put into a variable must be of its type: later expressions were checked against that. */
export const assignmentsTyped: Rule = {
  code: "assignment-type",
  check({ linked, graph, expressions }) {
    const types = new Map(linked.flow.variables.map((one) => [one.name, one.type]));
    return [...graph.values()].flatMap((instruction) => {
      // What the step itself keeps (an entry, a recording) is checked where the variable is chosen.
      if (instruction.op !== "assign" || instruction.expression.startsWith("_")) return [];
      const declared = types.get(instruction.variable);
      const given = expressions.check(instruction.expression);
      const owner = linked.steps.get(instruction.step);
      if (declared === undefined || "fault" in given || given.type === declared || owner === undefined) return [];
      const remedy = howToTurn(instruction.expression, given.type, declared);
      const sentence = said`${nameOf(owner.step)}: "${instruction.variable}" holds ${typeNames[declared]}, but ${instruction.expression} gives ${typeNames[given.type]}; ${remedy}.`;
      return [{ code: "assignment-type", severity: "error", ...sentence, step: instruction.step }];
    });
  },
};
