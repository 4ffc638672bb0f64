import type { Diagnostic } from "../flow/diagnostic.ts";
import { cycles } from "../instructions/graph.ts";
import { type Instruction, inlineTargets, type Label } from "../instructions/instruction.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import type { Rule } from "./rule.ts";

/**
 * A loop that never waits for the caller holds them for ever. With something to hear in it, a caller can still hang up
 * (warning); with nothing in it at all, the server would turn in it without end (error).
 */
export const noLoopWithoutInput: Rule = {
  code: "loop-without-input",
  check(analysis) {
    const still = loops(analysis, (one) => one.op !== "ask" && !isNoticed(one));
    const round = loops(analysis, (one) => one.op !== "ask").filter(
      (loop) => !still.some((other) => meet(loop, other)),
    );
    // Where no call is ours nobody hangs up: that way has no end at all, and the document would have none.
    const isOurs = (loop: readonly Label[]) => loop.every((label) => isOnOurExtension(label, analysis));
    return [
      ...still.map((loop) => finding(loop, analysis, "error")),
      ...round.map((loop) => finding(loop, analysis, isOurs(loop) ? "warning" : "error")),
    ];
  },
};

/** Loops that stay among the instructions that `counts` admits. */
function loops({ graph }: Analysis, counts: (one: Instruction) => boolean): readonly (readonly Label[])[] {
  const targets = (label: Label) => {
    const instruction = graph.get(label);
    return instruction !== undefined && counts(instruction) ? inlineTargets(instruction) : [];
  };
  return cycles([...graph.keys()], targets);
}

function isNoticed(instruction: Instruction): boolean {
  // What encloses others may do nothing at all: a loop over an empty list.
  return instruction.op === "do" && instruction.commands.length > 0;
}

function isOnOurExtension(label: Label, { graph, places }: Analysis): boolean {
  const step = graph.get(label)?.step ?? "";
  return places.all.some((place) => place.step === step && place.context === "extension");
}

function meet(a: readonly Label[], b: readonly Label[]): boolean {
  const labels = new Set(a);
  return b.some((label) => labels.has(label));
}

function finding(loop: readonly Label[], { graph, linked }: Analysis, severity: "error" | "warning"): Diagnostic {
  // Tarjan gives the members innermost first; the step an author recognises is the one with the smallest id.
  const step = loop.flatMap((label) => graph.get(label)?.step ?? []).sort()[0] ?? "";
  const name = nameOf(linked.steps.get(step)?.step ?? { id: step, label: "" });
  const message =
    severity === "error"
      ? `The call stands still at "${name}": that way leads back to itself and nothing happens on it. Let one way out of it lead elsewhere.`
      : `Callers go round and round at "${name}" until they hang up: nothing on that way asks them anything. Ask them something on it, or let it lead elsewhere.`;
  return { code: "loop-without-input", severity, message, step };
}
