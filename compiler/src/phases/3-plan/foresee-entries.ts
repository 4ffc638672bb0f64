import type { Foresight, Knowledge } from "../../expressions/foresee.ts";
import { quotedText } from "../../expressions/placeholders.ts";
import type { Value } from "../../flow/flow.ts";
import type { InstructionGraph } from "../../instructions/builder.ts";
import {
  type Ask,
  type Assign,
  dtmfKeys,
  type ForeseenEntry,
  type Instruction,
  type Label,
} from "../../instructions/instruction.ts";

/** More decisions about one key than any step makes: whatever has more is asked about. */
const maxDecisions = 20;

/**
 * Binding-time analysis of questions for a single key. What the flow does with an entry (judge it, keep it, go by it) is
 * decided by our server when the PBX asks about the entry; but of one key there are only twelve, so most of it can be
 * decided beforehand, and what follows can stand behind the key in the document itself. The same flow, with what was
 * foreseen added to its questions.
 */
export function foreseeEntries(graph: InstructionGraph, foresight: Foresight): InstructionGraph {
  const foreseen = new Map<Label, Instruction>(graph);
  for (const [label, one] of graph) {
    if (one.op !== "ask" || one.mayBeForeseen !== true || one.maxDigits !== 1) continue;
    const entries = dtmfKeys
      .filter((key) => !one.keys.some((offered) => offered.key === key))
      .flatMap((key) => {
        const way = follow(one, key, graph, foresight);
        return way === undefined ? [] : [write(way, one, key, foreseen)];
      });
    if (entries.length > 0) foreseen.set(label, { ...one, foreseen: entries });
  }
  return foreseen;
}

/** What becomes of an entry: what is remembered of it, and where the call goes on. */
interface Way {
  readonly deeds: readonly Assign[];
  readonly to: Label;
}

/** Undefined: not all of it is decided by the key alone. */
function follow(question: Ask, key: string, graph: InstructionGraph, foresight: Foresight): Way | undefined {
  const first = graph.get(question.other);
  if (first?.op !== "receive") return undefined;
  let values: Knowledge["values"] = { [first.into]: key };
  const deeds: Assign[] = [];
  let to = first.next;
  for (let decisions = 0; decisions < maxDecisions; decisions += 1) {
    const one = graph.get(to);
    if (one?.op === "choose") {
      const next = decide(one.cases, values, foresight);
      if (next === undefined) return undefined;
      to = next === "otherwise" ? one.otherwise : next.to;
    } else if (one?.op === "assign") {
      const given = foresight.foresee(one.expression, { values });
      if (given === undefined) return undefined;
      // What cannot be worked out changes nothing (expressions/in-call.ts).
      if (given !== "fails") {
        values = { ...values, [one.variable]: given.value };
        deeds.push({ ...one, expression: literal(given.value) });
      }
      to = one.next;
    } else {
      return one === undefined || one.op === "receive" || one.op === "tell" ? undefined : { deeds, to };
    }
  }
  return undefined;
}

function decide<Case extends { readonly when: string }>(
  cases: readonly Case[],
  values: Knowledge["values"],
  foresight: Foresight,
): Case | "otherwise" | undefined {
  for (const one of cases) {
    const given = foresight.foresee(one.when, { values });
    if (given === undefined) return undefined;
    if (given !== "fails" && given.value === true) return one;
  }
  return "otherwise";
}

function literal(value: Value): string {
  return typeof value === "string" ? quotedText(value) : String(value);
}

/** Writes the deeds down as instructions; each label is read as "what comes next, when this key was pressed". */
function write({ deeds, to }: Way, question: Ask, key: string, graph: Map<Label, Instruction>): ForeseenEntry {
  let next = to;
  for (const [index, deed] of [...deeds.entries()].reverse()) {
    const label = `${question.other}=${key}.${index}`;
    graph.set(label, { ...deed, next });
    next = label;
  }
  return { key, to: next, isWrong: graph.get(to)?.step === question.step };
}
