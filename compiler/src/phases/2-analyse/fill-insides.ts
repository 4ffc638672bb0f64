import type { InstructionGraph } from "../../instructions/builder.ts";
import type { Command, Enclose, Inside, InsidePart, Instruction, Label } from "../../instructions/instruction.ts";
import { findCommand } from "../../ozml/vocabulary.ts";

/** Why something cannot run inside an element, where the PBX is alone with it. */
export interface InsideFault {
  readonly step: string;
  /** The step around it. */
  readonly around: string;
  readonly why: "asks" | "remembers" | "requests" | "rejects" | "goes-round" | "goes-on" | "too-long";
}

/** Parts of one element, at most: conditions that meet again are written out on each of their ways. */
const maxParts = 400;

/** Elements that hold others inside each other. */
const maxDepth = 6;

/** Takes what stands behind each inside into it, as a tree. What cannot be there is left out and reported. */
export function fillInsides(graph: InstructionGraph): {
  readonly filled: InstructionGraph;
  readonly faults: readonly InsideFault[];
} {
  const encloses = [...graph].flatMap(([label, one]) => (one.op === "enclose" ? [[label, one] as const] : []));
  if (encloses.length === 0) return { filled: graph, faults: [] };
  const faults = new Map<string, InsideFault>();
  const filled = new Map<Label, Instruction>(graph);

  function fill(enclose: Enclose, around: ReadonlySet<Label>, depth = 1, count = { parts: 0 }): Enclose {
    const fault = (one: Instruction, why: InsideFault["why"]): readonly InsidePart[] => {
      const step = one.step === "" ? enclose.step : one.step;
      faults.set(`${step}\0${enclose.step}\0${why}`, { step, around: enclose.step, why });
      return [];
    };
    const take = (label: Label, above: ReadonlySet<Label>): readonly InsidePart[] => {
      const one = graph.get(label);
      if (one === undefined) return [];
      if (above.has(label)) return fault(one, "goes-round");
      count.parts += 1;
      if (count.parts > maxParts || depth > maxDepth) return fault(one, "too-long");
      const here = new Set([...above, label]);
      switch (one.op) {
        case "ask":
        case "await":
          return fault(one, "asks");
        case "request":
          return fault(one, "requests");
        case "receive":
        case "assign":
        case "tell":
          return fault(one, "remembers");
        case "choose":
          if (one.cases.length === 0) return take(one.otherwise, here);
          return [
            {
              op: "choose",
              cases: one.cases.map(({ when, to }) => ({ when, content: take(to, here) })),
              otherwise: take(one.otherwise, here),
            },
          ];
        case "enclose":
          return [{ op: "enclose", instruction: fill(one, here, depth + 1, count) }, ...take(one.next, here)];
        case "do":
        case "end": {
          const why = one.commands.map(whyNot).find((found) => found !== undefined);
          if (why !== undefined) return fault(one, why);
          // No command says "all of it ends here": the PBX would go on behind the element.
          if (one.op === "end" && one.step !== "" && one.commands.length === 0) return fault(one, "goes-on");
          const own: readonly InsidePart[] = one.commands.length === 0 ? [] : [{ op: "do", commands: one.commands }];
          return one.op === "do" ? [...own, ...take(one.next, here)] : own;
        }
      }
    };
    const insides = enclose.insides.map((inside): Inside => ({ ...inside, content: take(inside.to, around) }));
    return { ...enclose, insides };
  }

  for (const [label, one] of encloses) filled.set(label, fill(one, new Set([label])));
  return { filled, faults: [...faults.values()] };
}

/** The language itself says which commands ask, which request and which must come first. */
function whyNot(command: Command): InsideFault["why"] | undefined {
  const known = findCommand(command.name);
  if (known?.name === "UserInput") return "asks";
  if (known?.firstOnly === true) return "rejects";
  const links = Object.values(command.attributes).some((value) => !Array.isArray(value));
  if (links || known?.notifications?.includes("GoTo") === true) return "requests";
  return command.children?.map(whyNot).find((why) => why !== undefined);
}
