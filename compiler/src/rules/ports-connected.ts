import type { Diagnostic } from "../flow/diagnostic.ts";
import { fixBy } from "../flow/edits.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import { said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/** A caller who leaves a step by a port that leads nowhere is cut off. That may be meant, so it is a warning. */
export const portsConnected: Rule = {
  code: "port-not-connected",
  check({ linked, reachable, places }) {
    // Elsewhere an open end is nothing special: the call goes on without us, or the step around takes over.
    const endsCalls = (id: string) => {
      const place = places.find(id, "extension");
      return place !== undefined && place.within === undefined;
    };
    return [...linked.steps.values()]
      .filter((one) => reachable.has(one.step.id) && endsCalls(one.step.id))
      .flatMap(({ step, ports }) =>
        ports
          .filter((port) => port.optional !== true && linked.target(step.id, port.id) === undefined)
          // A port that falls back on another is reported there, once; and there only if one of them does.
          .filter((port) => port.otherwise === undefined)
          .filter((port) => {
            const fallingBack = ports.filter((other) => other.otherwise === port.id);
            return (
              fallingBack.length === 0 || fallingBack.some((other) => linked.target(step.id, other.id) === undefined)
            );
          })
          .map(
            (port): Diagnostic => ({
              code: "port-not-connected",
              severity: "warning",
              ...said`The call ends without a word when it leaves "${nameOf(step)}" by "${port.title}": connect it, to a Hang up if the end is meant.`,
              step: step.id,
              port: port.id,
              fix: fixBy(said`Put a Hang up there`, [
                {
                  edit: "add-behind",
                  from: step.id,
                  port: port.id,
                  step: { type: "hang-up", label: "Hang up", data: {} },
                },
              ]),
            }),
          ),
      );
  },
};
