import { canonicalFlow, type Edge, type Flow, type Step } from "../flow/index.ts";
import { fieldAt } from "../steps/fields/field-at.ts";
import { findStepDefinition } from "../steps/registry.ts";
import { said, type Text } from "../words/said.ts";
import { compareValues, isSame, type ValueChange } from "./compare-values.ts";

type HowChanged = "added" | "removed" | "changed";

/** A field with another value. `place`: how sentences call it, "Wait for a key", "Keys 2 of the list". */
export interface FieldChange extends ValueChange {
  readonly place: Text;
}

/**
 * Something that stands otherwise in another version of a flow. `id` tells it from others of its kind: a step's or a
 * note's id, a variable's name, a setting's key.
 */
export type FlowChange =
  | {
      readonly of: "step";
      readonly id: string;
      readonly label: string;
      readonly change: HowChanged;
      readonly fields: readonly FieldChange[];
    }
  /** A line: what leaves `from` by `port` leads elsewhere, from now on or no longer. */
  | {
      readonly of: "edge";
      readonly from: string;
      readonly port: string;
      readonly change: HowChanged;
      readonly before?: string;
      readonly after?: string;
    }
  | {
      readonly of: "variable" | "note" | "setting";
      readonly id: string;
      readonly change: HowChanged;
      readonly before?: unknown;
      readonly after?: unknown;
    };

/**
 * What stands otherwise in `is` than in `was`: settings first, then variables, steps, lines and notes, each in the
 * order of their ids. Where steps and notes lie on the canvas, and how large they are, is no change, nor is any order
 * that means nothing.
 */
export function compareFlows(was: Flow, is: Flow): readonly FlowChange[] {
  const [before, after] = [canonicalFlow(was), canonicalFlow(is)];
  return [
    ...settings(before, after),
    ...named(
      "variable",
      before.variables,
      after.variables,
      ({ name }) => name,
      ({ name: _, ...rest }) => rest,
    ),
    ...steps(before, after),
    ...edges(before, after),
    ...named(
      "note",
      before.notes,
      after.notes,
      ({ id }) => id,
      ({ text }) => text,
    ),
  ];
}

/** What has changes of its own here, and what says nothing about calls. */
const notSettings: ReadonlySet<string> = new Set<keyof Flow>([
  "formatVersion",
  "variables",
  "steps",
  "edges",
  "notes",
  "frames",
  "layout",
]);

function settings(before: Flow, after: Flow): readonly FlowChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((key) => !notSettings.has(key));
  return keys.sort().flatMap((id) => changeOf("setting", id, Reflect.get(before, id), Reflect.get(after, id)));
}

/** A list whose entries have names: `shown` is what counts of an entry. */
function named<Entry>(
  of: "variable" | "note",
  before: readonly Entry[],
  after: readonly Entry[],
  idOf: (entry: Entry) => string,
  shown: (entry: Entry) => unknown,
): readonly FlowChange[] {
  return pairs(before, after, idOf).flatMap(([id, was, is]) =>
    changeOf(of, id, was === undefined ? undefined : shown(was), is === undefined ? undefined : shown(is)),
  );
}

function changeOf(
  of: "variable" | "note" | "setting",
  id: string,
  before: unknown,
  after: unknown,
): readonly FlowChange[] {
  if (isSame(before, after)) return [];
  return [{ of, id, change: howChanged(before, after), ...given("before", before), ...given("after", after) }];
}

function steps(before: Flow, after: Flow): readonly FlowChange[] {
  return pairs(before.steps, after.steps, ({ id }) => id).flatMap(([id, was, is]): readonly FlowChange[] => {
    const fields = was === undefined || is === undefined ? [] : fieldsOf(was, is);
    if (was !== undefined && is !== undefined && fields.length === 0) return [];
    return [{ of: "step", id, label: (is ?? was)?.label ?? "", change: howChanged(was, is), fields }];
  });
}

/** Kind and name of a step are fields of it, too. */
function fieldsOf(before: Step, after: Step): readonly FieldChange[] {
  const own = (
    [
      ["type", said`Kind`],
      ["label", said`Name`],
    ] as const
  ).flatMap(([key, place]) => compareValues(before[key], after[key], [key]).map((one) => ({ place, ...one })));
  const data = compareValues(before.data, after.data).map((one) => {
    const schema = findStepDefinition((one.after === undefined ? before : after).type)?.schema;
    return { place: schema === undefined ? one.path.join(", ") : fieldAt(schema, one.path).place, ...one };
  });
  return [...own, ...data];
}

function edges(before: Flow, after: Flow): readonly FlowChange[] {
  const idOf = ({ from, port }: Edge) => `${from}\0${port}`;
  return pairs(before.edges, after.edges, idOf).flatMap(([, was, is]): readonly FlowChange[] => {
    const { from = "", port = "" } = is ?? was ?? {};
    if (was?.to === is?.to) return [];
    return [
      { of: "edge", from, port, change: howChanged(was, is), ...given("before", was?.to), ...given("after", is?.to) },
    ];
  });
}

/** The entries of two lists by their ids, in the order of those. */
function pairs<Entry>(
  before: readonly Entry[],
  after: readonly Entry[],
  idOf: (entry: Entry) => string,
): readonly (readonly [id: string, before: Entry | undefined, after: Entry | undefined])[] {
  const byId = (list: readonly Entry[]) => new Map(list.map((entry) => [idOf(entry), entry]));
  const [old, current] = [byId(before), byId(after)];
  const ids = [...new Set([...old.keys(), ...current.keys()])].sort();
  return ids.map((id) => [id, old.get(id), current.get(id)]);
}

function howChanged(before: unknown, after: unknown): HowChanged {
  return before === undefined ? "added" : after === undefined ? "removed" : "changed";
}

function given<Name extends string, Value>(name: Name, value: Value | undefined) {
  return (value === undefined ? {} : { [name]: value }) as { readonly [Key in Name]?: Value };
}
