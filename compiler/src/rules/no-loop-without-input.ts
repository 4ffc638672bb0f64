import type { Diagnostic } from "../flow/diagnostic.ts";
import { cycles } from "../instructions/graph.ts";
import type { Instruction, Label } from "../instructions/instruction.ts";
import { nameOf } from "../phases/1-parse/read-flow.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import { type Said, said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/**
 * Loops of which no document can be made: with nothing to hear in it our server would turn in it without end, and where no
 * call is ours the document itself would have none. Others are looked into by the claim of the same name (proofs/claims).
 */
export const noLoopWithoutInput: Rule = {
  code: "loop-without-input",
  check(analysis) {
    const still = loops(analysis, (one) => one.op !== "ask" && !isNoticed(one));
    // Whether there are others is a question only where some calls are not ours.
    const areAllOurs = analysis.places.all.every(({ context }) => context === "extension");
    const turning = areAllOurs ? [] : loops(analysis, (one) => one.op !== "ask");
    const endless = turning.filter(
      (loop) => !still.some((other) => meet(loop, other)) && !loop.every((label) => isOnOurExtension(label, analysis)),
    );
    return [
      ...still.map((loop) =>
        finding(
          loop,
          analysis,
          (name) => said`The call stands still at "${name}": that way leads back to itself and nothing happens on it.`,
        ),
      ),
      ...endless.map((loop) =>
        finding(
          loop,
          analysis,
          (name) => said`There is no end to what the phone system is told at "${name}": that way leads back to itself.`,
        ),
      ),
    ];
  },
};

/** Loops that stay among the instructions that `counts` admits. */
function loops({ graph, ways }: Analysis, counts: (one: Instruction) => boolean): readonly (readonly Label[])[] {
  const counted = new Set([...graph].filter(([, one]) => counts(one)).map(([label]) => label));
  const targets = (label: Label) => ways.get(label)?.inline.filter((to) => counted.has(to)) ?? [];
  return cycles([...counted], targets);
}

function isNoticed(instruction: Instruction): boolean {
  // What encloses others may do nothing at all: a loop over an empty list.
  return instruction.op === "do" && instruction.commands.length > 0;
}

function isOnOurExtension(label: Label, { graph, places }: Analysis): boolean {
  const step = graph.get(label)?.step ?? "";
  return places.find(step, "extension") !== undefined;
}

function meet(a: readonly Label[], b: readonly Label[]): boolean {
  const labels = new Set(a);
  return b.some((label) => labels.has(label));
}

function finding(loop: readonly Label[], { graph, linked }: Analysis, says: (name: string) => Said): Diagnostic {
  // Tarjan gives the members innermost first; the step an author recognises is the one with the smallest id.
  const step = loop.flatMap((label) => graph.get(label)?.step ?? []).sort()[0] ?? "";
  const name = nameOf(linked.steps.get(step)?.step ?? { id: step, label: "" });
  const sentence = said`${says(name)} Let one way out of it lead elsewhere.`;
  return { code: "loop-without-input", severity: "error", ...sentence, step };
}
