import { canonicalFlow, compareFlows, describeChanges, type Flow, inEnglish, said, term } from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareValues } from "../../compiler/src/compare/compare-values.ts";
import { flow } from "../support/flow-builder.ts";
import { randomFlow } from "../support/random-flow.ts";

const before = flow({
  steps: {
    in: "incoming-call",
    ask: [
      "menu",
      {
        options: [
          { key: "1", label: "Sales" },
          { key: "2", label: "Support" },
        ],
      },
    ],
    sales: ["transfer", { target: "2000" }],
    support: ["transfer", { target: "2001" }],
    end: "hang-up",
  },
  edges: ["in > ask.1 > sales.failed > end", "ask.2 > support.failed > end"],
  variables: { name: "text", tries: "number" },
});

/** The flow with one step's data laid over. */
function withData(id: string, data: Readonly<Record<string, unknown>>): Flow {
  return {
    ...before,
    steps: before.steps.map((one) => (one.id === id ? { ...one, data: { ...one.data, ...data } } : one)),
  };
}

function told(after: Flow): readonly string[] {
  return describeChanges(compareFlows(before, after), before, after).map(inEnglish);
}

describe("what changed in a flow", () => {
  it("is nothing when steps were moved, notes enlarged and lists put into another order", () => {
    const note = { id: "note-1", text: "Ask Ann", position: { x: 0, y: 0 }, width: 100, height: 100 };
    const moved: Flow = {
      ...before,
      steps: [...before.steps].reverse(),
      edges: [...before.edges].reverse(),
      variables: [...before.variables].reverse(),
      notes: [{ ...note, position: { x: 5, y: 5 }, width: 300 }],
      layout: { ask: { x: 40, y: 50 } },
    };
    expect(compareFlows({ ...before, notes: [note] }, moved)).toEqual([]);
  });

  it("is told by field, as the inspector calls it", () => {
    expect(compareFlows(before, withData("ask", { timeoutSeconds: 9, prompt: { say: "One or two?" } }))).toEqual([
      {
        of: "step",
        id: "ask",
        label: "The ask step",
        change: "changed",
        fields: [
          {
            place: said`${term("The caller hears")}, ${term("Text")}`,
            path: ["prompt", "say"],
            before: "For sales, press 1.",
            after: "One or two?",
          },
          { place: term("Wait for a key"), path: ["timeoutSeconds"], before: 5, after: 9 },
        ],
      },
    ]);
  });

  it("names the one entry that was put into a list or taken out of it, wherever it stands", () => {
    const [sales, support] = [
      { key: "1", label: "Sales" },
      { key: "2", label: "Support" },
    ];
    const billing = { key: "3", label: "Billing" };
    expect(told(withData("ask", { options: [billing, sales, support] }))).toEqual([
      '"The ask step", entry 1 of the list: {"key":"3","label":"Billing"} was added.',
    ]);
    expect(told(withData("ask", { options: [support] }))).toEqual([
      '"The ask step", entry 1 of the list: {"key":"1","label":"Sales"} was removed.',
    ]);
    expect(told(withData("ask", { options: [sales, { ...support, key: "9" }] }))).toEqual([
      '"The ask step", Key 2 of the list: "9", was "2".',
    ]);
  });

  it("tells where lines lead now, by the names of the ways out", () => {
    const edges = before.edges
      .filter(({ from }) => from !== "support")
      .map((edge) => (edge.from === "ask" && edge.port === "2" ? { ...edge, to: "sales" } : edge));
    expect(told({ ...before, edges: [...edges, { from: "ask", port: "exhausted", to: "end" }] })).toEqual([
      '"The ask step", Support: leads to "The sales step", was to "The support step".',
      '"The ask step", Retries used up: leads to "The end step".',
      '"The support step", Transfer failed: leads nowhere, was to "The end step".',
    ]);
  });

  it("leaves out the lines that went with a step, in words but not as data", () => {
    const after: Flow = {
      ...before,
      steps: before.steps.filter(({ id }) => id !== "support"),
      edges: before.edges.filter(({ from, to }) => from !== "support" && to !== "support"),
    };
    expect(told(after)).toEqual([
      'Step "The support step" was removed.',
      '"The ask step", Support: leads nowhere, was to "The support step".',
    ]);
    expect(compareFlows(before, after)).toContainEqual({
      of: "edge",
      from: "support",
      port: "failed",
      change: "removed",
      before: "end",
    });
  });

  it("tells kind and name of a step, variables, notes and settings", () => {
    const note = { id: "note-1", text: "Ask Ann", position: { x: 0, y: 0 }, width: 100, height: 100 };
    const after: Flow = {
      ...before,
      name: "Hotline",
      fallback: { prompt: { say: "Sorry." } },
      variables: [
        { name: "name", type: "text", initial: "Ann" },
        { name: "mood", type: "text" },
      ],
      steps: before.steps.map((one) => (one.id === "end" ? { ...one, type: "reject", label: "" } : one)),
      notes: [note],
    };
    expect(told(after)).toEqual([
      'Flow, fallback: {"prompt":{"say":"Sorry."}} was added.',
      'Flow, name: "Hotline", was "Sketch".',
      'Variable "mood" was added.',
      'Variable "name": {"type":"text","initial":"Ann"}, was {"type":"text"}.',
      'Variable "tries" was removed.',
      '"end", Kind: "reject", was "hang-up".',
      '"end", Name: "", was "The end step".',
      'Note "Ask Ann" was added.',
    ]);
  });
});

describe("the laws of comparing", () => {
  it("a flow and itself differ in nothing, whatever the order of its lists", () => {
    fc.assert(
      fc.property(randomFlow(), (one) => {
        expect(compareFlows(one, canonicalFlow(one))).toEqual([]);
      }),
      { numRuns: 100, seed: 5 },
    );
  });

  it("the other way round, what was added is removed", () => {
    const turned = { added: "removed", removed: "added", changed: "changed" } as const;
    fc.assert(
      fc.property(randomFlow(), randomFlow(), (one, other) => {
        const there = compareFlows(one, other);
        const back = compareFlows(other, one);
        const kinds = (list: typeof there) => list.map(({ of, change }) => `${of} ${change}`).sort();
        expect(kinds(back)).toEqual(kinds(there.map((each) => ({ ...each, change: turned[each.change] }))));
      }),
      { numRuns: 100, seed: 6 },
    );
  });

  it("values are different exactly when a place of difference is found, and each place holds what is said of it", () => {
    const at = (json: unknown, path: readonly (string | number)[]) =>
      path.reduce<unknown>((value, key) => (value === undefined ? value : Reflect.get(Object(value), key)), json);
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 3 }), fc.jsonValue({ maxDepth: 3 }), (one, other) => {
        const changes = compareValues(one, other);
        for (const { path, after } of changes) if (after !== undefined) expect(at(other, path)).toEqual(after);
        expect(compareValues(one, structuredClone(one))).toEqual([]);
        expect(changes.length > 0).toBe(JSON.stringify(sorted(one)) !== JSON.stringify(sorted(other)));
      }),
      { numRuns: 500, seed: 7 },
    );
  });
});

/** With the keys of objects in order, for they carry no meaning. */
function sorted(json: unknown): unknown {
  if (Array.isArray(json)) return json.map(sorted);
  if (json === null || typeof json !== "object") return Object.is(json, -0) ? 0 : json;
  return Object.fromEntries(
    Object.entries(json)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, value]) => [key, sorted(value)]),
  );
}
