import type { Emitter } from "../../instructions/builder.ts";
import type { Label } from "../../instructions/instruction.ts";
import { said } from "../../words/said.ts";
import type { StepDefinition } from "../definition.ts";
import { variable } from "./fields.ts";

/** A parameter of a notification, and the variable that keeps it; undefined: nobody wants to know. */
export interface Told {
  readonly parameter: string;
  readonly into: string | undefined;
}

/** Where an entry keeps something that the notification says. */
export function keepIn(title: string) {
  return variable({ title: `${title}: keep in`, gives: "text" }).optional();
}

/** What every entry does that only keeps what a notification says, and goes on. */
export function keeping<Data>(
  told: (data: Data) => readonly Told[],
): Pick<StepDefinition<Data>, "ports" | "emit" | "simulate"> {
  return {
    ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
    emit: (data, out) => emitTold(told(data), out, out.port("next")),
    // biome-ignore lint/correctness/useYield: being told takes no time on the line.
    *simulate(data, call) {
      for (const { parameter, into } of told(data)) {
        if (into !== undefined) call.assignText(into, call.parameter(parameter));
      }
      return "next";
    },
  };
}

/** Takes parameters, one after the other, from the step's own beginning on. */
function emitTold(told: readonly Told[], out: Emitter, next: Label): void {
  const kept = told.flatMap(({ parameter, into }) => (into === undefined ? [] : [{ parameter, into }]));
  const at = (index: number) => out.label(index === 0 ? undefined : `told-${index + 1}`);
  kept.forEach(({ parameter, into }, index) => {
    out.at(at(index), { op: "receive", parameter, into, next: index === kept.length - 1 ? next : at(index + 1) });
  });
  if (kept.length === 0) out.at(out.label(), { op: "choose", cases: [], otherwise: next });
}
