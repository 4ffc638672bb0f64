import type { Expressions } from "../expressions/expressions.ts";
import { howToTurn, typeNames } from "../expressions/type-names.ts";
import type { Assign } from "../instructions/instruction.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import { said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/** What is put into a variable must be of its type: later expressions were checked against that. */
export const assignmentsTyped: Rule = {
  code: "assignment-type",
  check({ linked, graph, expressions, memory }) {
    const types = new Map(linked.flow.variables.map((one) => [one.name, one.type]));
    return [...graph.values()].flatMap((instruction) => {
      // What the step itself keeps (an entry, a recording) is checked where the variable is chosen.
      if (instruction.op !== "assign" || instruction.expression.startsWith("_")) return [];
      const declared = types.get(instruction.variable);
      const gives = memory.recall(checked, expressions, instruction);
      const owner = linked.steps.get(instruction.step);
      if (declared === undefined || "fault" in gives || gives.type === declared || owner === undefined) return [];
      const remedy = howToTurn(instruction.expression, gives.type, declared);
      const sentence = said`${nameOf(owner.step)}: "${instruction.variable}" holds ${typeNames[declared]}, but ${instruction.expression} gives ${typeNames[gives.type]}; ${remedy}.`;
      return [{ code: "assignment-type", severity: "error", ...sentence, step: instruction.step }];
    });
  },
};

const checked = (expressions: Expressions, { expression }: Assign) => expressions.check(expression);
