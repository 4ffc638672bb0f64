import { type ASTNode, serialize } from "@marcbachmann/cel-js";
import type { Value, Values, Variable } from "../flow/flow.ts";
import { type CallFacts, ExpressionError, type Expressions, isOwnVariable, noCallFacts } from "./expressions.ts";
import { namesIn, nodesIn, readTree } from "./tree.ts";

/** What is known at a point of a flow: of some variables what they hold, and perhaps which call it is. */
export interface Knowledge {
  readonly values: Values;
  readonly call?: CallFacts;
}

/**
 * What an expression gives, whatever the variables hold that are not known: a value, or that it cannot be worked out.
 * Undefined: that depends on them.
 */
export type Foreseen = { readonly value: Value } | "fails" | undefined;

/** Expressions of one flow, read without knowing everything. Exact when everything is known. */
export interface Foresight {
  foresee(source: string, known: Knowledge): Foreseen;
  /** Variables that the expression reads, and `call` for the call itself; none when it cannot be read at all. */
  reads(source: string): ReadonlySet<string>;
  /** Of these, the variables that can decide what it gives although nothing is known of the call. */
  decidedBy(source: string): ReadonlySet<string>;
  /** Texts and numbers that stand in the expression: what a caller may have to key in for it to come true. */
  literals(source: string): readonly (string | number)[];
  /** What variables hold, for certain, where the expression came out true; or else where it did not. */
  implied(source: string, cameOutTrue: boolean): Values;
}

/** The name the call itself is read by; what its chance is made of and what calendars say of it count for it too. */
const callName = "call";
const namesOfCall: ReadonlySet<string> = new Set(["_seed", "_hours", "_tables"]);

export function createForesight(variables: readonly Variable[], expressions: Expressions): Foresight {
  const types = new Map(variables.map((one) => [one.name, one.type]));
  const isVariable = (name: string) => types.has(name) || isOwnVariable(name) || name === callName;
  const trees = new Map<string, ASTNode | undefined>();
  const readBy = new Map<ASTNode, ReadonlySet<string>>();

  function treeOf(source: string): ASTNode | undefined {
    if (!trees.has(source)) trees.set(source, readTree(source));
    return trees.get(source);
  }

  function readsOf(node: ASTNode): ReadonlySet<string> {
    let found = readBy.get(node);
    if (found === undefined) {
      const names = namesIn(node).map((name) => (namesOfCall.has(name) ? callName : name));
      found = new Set(names.filter(isVariable));
      readBy.set(node, found);
    }
    return found;
  }

  function foresee(node: ASTNode, source: string, known: Knowledge): Foreseen {
    const isKnown = (name: string) =>
      name === callName ? known.call !== undefined : Object.hasOwn(known.values, name);
    if ([...readsOf(node)].every(isKnown)) {
      const call = known.call ?? noCallFacts;
      return attempt(() => expressions.evaluate(source, { values: known.values, call }));
    }
    const part = (one: ASTNode) => foresee(one, serialize(one), known);
    switch (node.op) {
      case "&&":
        return both(part(node.args[0]), part(node.args[1]), false);
      case "||":
        return both(part(node.args[0]), part(node.args[1]), true);
      case "!_": {
        const inner = part(node.args);
        return typeof inner === "object" ? { value: inner.value !== true } : inner;
      }
      case "?:": {
        const decided = part(node.args[0]);
        return typeof decided === "object" ? part(node.args[decided.value === true ? 1 : 2]) : decided;
      }
      default:
        return undefined;
    }
  }

  function decidedBy(node: ASTNode): readonly string[] {
    if (!readsOf(node).has(callName)) return [...readsOf(node)];
    switch (node.op) {
      case "&&":
      case "||":
      case "?:":
        return node.args.flatMap(decidedBy);
      case "!_":
        return decidedBy(node.args);
      default:
        return [];
    }
  }

  function implied(node: ASTNode, cameOutTrue: boolean): Values {
    switch (node.op) {
      case "id":
        return types.get(node.args) === "truth" ? { [node.args]: cameOutTrue } : {};
      case "!_":
        // What did not come out true may also have failed; a variable alone and a comparison never do.
        return cameOutTrue || ["id", "==", "!="].includes(node.args.op) ? implied(node.args, !cameOutTrue) : {};
      case "&&":
      case "||":
        return cameOutTrue === (node.op === "&&")
          ? { ...implied(node.args[0], cameOutTrue), ...implied(node.args[1], cameOutTrue) }
          : {};
      case "==":
      case "!=":
        return cameOutTrue === (node.op === "==") ? equal(node.args[0], node.args[1]) : {};
      default:
        return {};
    }
  }

  function equal(a: ASTNode, b: ASTNode): Values {
    if (a.op !== "id") return b.op === "id" ? equal(b, a) : {};
    if (b.op !== "value") return {};
    const value = typeof b.args === "bigint" ? Number(b.args) : b.args;
    const type = types.get(a.args);
    const fits = type !== undefined && typeof value === { text: "string", number: "number", truth: "boolean" }[type];
    return fits ? { [a.args]: value as Value } : {};
  }

  return {
    foresee(source, known) {
      const tree = treeOf(source);
      return tree === undefined ? "fails" : foresee(tree, source, known);
    },
    reads: (source) => {
      const tree = treeOf(source);
      return tree === undefined ? new Set() : readsOf(tree);
    },
    decidedBy: (source) => {
      const tree = treeOf(source);
      return new Set(tree === undefined ? [] : decidedBy(tree));
    },
    literals: (source) => {
      const tree = treeOf(source);
      return tree === undefined ? [] : nodesIn(tree).flatMap(literalOf);
    },
    implied: (source, cameOutTrue) => {
      const tree = treeOf(source);
      return tree === undefined ? {} : implied(tree, cameOutTrue);
    },
  };
}

/** `&&` and `||` of the language forgive a failure when the other side decides; `decisive` is the value that does. */
function both(a: Foreseen, b: Foreseen, decisive: boolean): Foreseen {
  const decides = (one: Foreseen) => typeof one === "object" && one.value === decisive;
  if (decides(a) || decides(b)) return { value: decisive };
  if (a === undefined || b === undefined) return undefined;
  return a === "fails" || b === "fails" ? "fails" : { value: !decisive };
}

function attempt(work: () => Value): Foreseen {
  try {
    return { value: work() };
  } catch (error) {
    if (error instanceof ExpressionError) return "fails";
    throw error;
  }
}

function literalOf(node: ASTNode): readonly (string | number)[] {
  if (node.op !== "value") return [];
  if (typeof node.args === "bigint") return [Number(node.args)];
  return typeof node.args === "string" || typeof node.args === "number" ? [node.args] : [];
}
