import { readdirSync, readFileSync } from "node:fs";
import {
  type CallChange,
  compareCalls,
  compile,
  createAnswerer,
  type Flow,
  readFlowFile,
  simulateProgram,
} from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { endingOf } from "../../compiler/src/flow-tests/ending.ts";
import { heardIn } from "../../compiler/src/flow-tests/unmet.ts";
import { simulated } from "../../compiler/src/proofs/trial-call.ts";
import { flow } from "../support/flow-builder.ts";

const options = [
  { key: "1", label: "Sales" },
  { key: "2", label: "Support" },
];
const before = flow({
  steps: {
    in: "incoming-call",
    hello: ["say", { say: "Hello." }],
    ask: ["menu", { attempts: 2, options }],
    sales: ["transfer", { target: "2001" }],
    support: ["transfer", { target: "2002" }],
    busy: ["say", { say: "Nobody is there." }],
    bye: ["say", { say: "Goodbye." }],
    end: "hang-up",
  },
  edges: [
    "in > hello > ask.1 > sales.failed > busy > end",
    "ask.2 > support.failed > busy",
    "ask.exhausted > bye > end",
  ],
});

function withData(id: string, data: Readonly<Record<string, unknown>>): Flow {
  return {
    ...before,
    steps: before.steps.map((one) => (one.id === id ? { ...one, data: { ...one.data, ...data } } : one)),
  };
}

function withEdge(from: string, port: string, to: string): Flow {
  const others = before.edges.filter((edge) => edge.from !== from || edge.port !== port);
  return { ...before, edges: [...others, { from, port, to }] };
}

const kinds = (changes: readonly CallChange[]) => changes.map(({ kind }) => kind);

describe("what callers notice", () => {
  it("an outcome that is new, by its shortest call", () => {
    const after: Flow = {
      ...withData("ask", { options: [...options, { key: "3", label: "Billing" }] }),
      steps: [
        ...withData("ask", { options: [...options, { key: "3", label: "Billing" }] }).steps,
        { id: "billing", type: "transfer", label: "Billing desk", data: { target: "2003" } },
      ],
      edges: [
        ...before.edges,
        { from: "ask", port: "3", to: "billing" },
        { from: "billing", port: "failed", to: "busy" },
      ],
    };
    const [change, ...others] = compareCalls(before, after).filter(({ kind }) => kind !== "elsewhere");
    expect(change).toMatchObject({
      kind: "appears",
      sentence: expect.objectContaining({ message: 'New: callers who do "3" reach "Billing desk" (2003).' }),
      call: { caller: [{ does: "press", keys: "3" }] },
    });
    expect(others).toEqual([]);
    expect(compareCalls(after, before)).toContainEqual(
      expect.objectContaining({
        kind: "vanishes",
        sentence: expect.objectContaining({
          message: 'Gone: callers no longer reach "Billing desk" (2003); who do "3" now are let go at "The bye step".',
        }),
      }),
    );
  });

  it("an outcome by other keys", () => {
    const [sales, support] = options;
    const after = withData("ask", { options: [{ ...sales, key: "7" }, support] });
    const moved = { ...after, edges: after.edges.map((edge) => (edge.port === "1" ? { ...edge, port: "7" } : edge)) };
    expect(compareCalls(before, moved)).toContainEqual(
      expect.objectContaining({
        kind: "other-keys",
        sentence: expect.objectContaining({
          message: 'Callers reach "The sales step" (2001) by "7" now, no longer by "1".',
        }),
        instead: expect.objectContaining({ caller: [{ does: "press", keys: "7" }] }),
      }),
    );
  });

  it("an outcome that takes longer, and the words that make it so", () => {
    const changes = compareCalls(
      before,
      withData("hello", { say: "Hello, and thank you very much for calling us today." }),
    );
    expect(new Set(kinds(changes))).toEqual(new Set(["slower", "hears"]));
    expect(changes.map(({ sentence }) => sentence.message)).toContain(
      'Callers who do "1" reach "The sales step" (2001) after 6.6 s, was 3.1 s.',
    );
    expect(changes.at(-1)?.sentence.message).toBe(
      'Callers who do nothing now hear "Hello, and thank you very much for calling us today.", not "Hello.".',
    );
  });

  it("an outcome that nobody comes to any more, and where they come to now", () => {
    expect(
      compareCalls(before, withEdge("ask", "exhausted", "support")).map(({ sentence }) => sentence.message),
    ).toContain(
      'Gone: callers no longer are let go at "The bye step"; who do nothing now reach "The support step" (2002).',
    );
  });

  it("who does the same and ends elsewhere when somebody does not answer", () => {
    const changes = compareCalls(before, withEdge("sales", "failed", "bye"));
    expect(changes.map(({ sentence }) => sentence.message)).toEqual([
      'Callers who do "1" (2001 does not answer) now are let go at "The bye step"; until now they are let go at "The busy step".',
    ]);
  });

  it("nothing, when steps were moved or renamed", () => {
    expect(compareCalls(before, { ...before, layout: { ask: { x: 9, y: 9 } } })).toEqual([]);
  });
});

describe("flows of the product", () => {
  const folder = new URL("../../flows/", import.meta.url);
  const flows = readdirSync(folder)
    .filter((file) => /^[a-z-]+\.json$/.test(file))
    .flatMap((file) => {
      const read = readFlowFile(readFileSync(new URL(file, folder), "utf8"));
      return "flow" in read ? [[file, read.flow] as const] : [];
    });

  it.each(flows)(
    "%s is the same as itself, and each change of a line shows as is said on the machine",
    (_name, drawn) => {
      expect(compareCalls(drawn, drawn)).toEqual([]);
      // The last line leads back to where the first one leads: an author's slip.
      const [edge, target] = [drawn.edges.at(-1), drawn.edges[0]?.to ?? ""];
      const after = { ...drawn, edges: drawn.edges.map((one) => (one === edge ? { ...one, to: target } : one)) };
      const [old, current] = [drawn, after].map((one) => compile(one).program);
      if (old === undefined || current === undefined) return;
      for (const { call, ...change } of compareCalls(drawn, after)) {
        for (const [program, outcome] of [
          [old, change.before],
          [current, change.after],
        ] as const) {
          const { world, ...rest } = simulated(call);
          const played = simulateProgram(createAnswerer(program), { ...rest, world: { ...world, maxEvents: 500 } });
          expect(outcome.key.startsWith(endingOf(played.transcript))).toBe(true);
          expect(outcome.heard).toEqual(heardIn(played.transcript));
        }
      }
    },
  );
});
