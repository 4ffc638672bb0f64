import { readFile } from "node:fs/promises";
import {
  allDialects,
  type Dialect,
  dialectReadings,
  openQuestions,
  pairwiseDialects,
  recommendedDialect,
  switches,
} from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { writeDialectsPage } from "../../compiler/src/machine/dialects-page.ts";
import { type Played, playCommands, response } from "../support/play-documents.ts";

interface Case {
  readonly body: string;
  readonly options?: Omit<Parameters<typeof playCommands>[1] & object, "dialect">;
  /** A line that is there in the recommended reading and not in the other, and the other way round. */
  readonly lines: readonly [recommended: string | undefined, other: string | undefined];
}

const menu = (attributes: string, inside = "") =>
  `<UserInput ${attributes}><InitialCommands><Speak>Press one or two now</Speak></InitialCommands><Inputs><Input key="1">${inside}</Input></Inputs></UserInput><Speak>Behind</Speak>`;
const more = { more: response("<Speak>More $x</Speak>") };

/** A call for each switch that goes another way in each of its readings. */
const cases: { readonly [Key in keyof typeof dialectReadings]: Case } = {
  keyStopsPrompt: {
    body: menu('Timeout="2"'),
    options: { caller: "1@0.2" },
    lines: ['hears  "Press one or two now" (cut short by a key)', 'hears  "Press one or two now"'],
  },
  partialEntry: {
    body: menu('Timeout="2" Digits="4" ForwardToUrl="more"'),
    options: { caller: "12", documents: more },
    lines: [undefined, 'hears  "More $x"'],
  },
  shortEntry: {
    body: menu('Timeout="2" MinDigits="2" MaxDigits="4" ForwardToUrl="more"'),
    options: { caller: "12", documents: more },
    lines: ['hears  "More $x"', undefined],
  },
  timeoutCountsFrom: {
    body: menu('Timeout="3"', "<Speak>One</Speak>"),
    options: { caller: "1@4" },
    lines: ['hears  "One"', undefined],
  },
  afterBranch: {
    body: menu('Timeout="2" Repeat="true"', "<Speak>One</Speak>"),
    options: { caller: "1,hangup" },
    lines: ['hears  "Behind"', "the caller hung up"],
  },
  unmatchedEntry: {
    body: menu('Timeout="2"'),
    options: { caller: "5,hangup" },
    lines: ['hears  "Behind"', "the caller hung up"],
  },
  missingTimeoutSeconds: { body: menu(""), lines: ["silent for 0 s", "silent for 10 s"] },
  digitBounds: {
    body: menu('Timeout="2" Digits="1" MaxDigits="2" ForwardToUrl="more"', "<Speak>One</Speak>"),
    options: { caller: "12", documents: more },
    lines: ['hears  "More $x"', 'hears  "One"'],
  },
  goToReturns: {
    body: "<GoTo>more</GoTo><Speak>Behind</Speak>",
    options: { documents: more },
    lines: [undefined, 'hears  "Behind"'],
  },
  recordReply: {
    body: '<Record Duration="1" FinishedUrl="more"/><Speak>Rest</Speak>',
    options: { documents: more },
    lines: ['hears  "Rest"', undefined],
  },
  failedRequest: { body: "<GoTo>gone</GoTo><Speak>Behind</Speak>", lines: [undefined, 'hears  "Behind"'] },
  unknownVariable: { body: "<Speak>Hi $who</Speak>", lines: ['hears  "Hi $who"', 'hears  "Hi"'] },
  variablesAfterGoTo: {
    body: '<Var id="x">here</Var><GoTo>more</GoTo>',
    options: { documents: more },
    lines: ['hears  "More here"', 'hears  "More $x"'],
  },
  placedCall: {
    body: "<Call Url='more'>102</Call><Speak>Mine</Speak>",
    options: { documents: { more: response("<Delay>60</Delay>") } },
    lines: ["lasts under a minute", "lasts over a minute"],
  },
  lateReject: { body: "<Beep/><Reject/><Speak>Behind</Speak>", lines: ['hears  "Behind"', undefined] },
  exitLeaves: {
    body: menu('Timeout="2"', "<Exit/>"),
    options: { caller: "1" },
    lines: [undefined, 'hears  "Behind"'],
  },
  failedTransfer: {
    body: menu('Timeout="2"', "<BlindTransfer>5</BlindTransfer><Speak>Busy</Speak>"),
    options: { caller: "1", world: { unreachable: ["5"] } },
    lines: ['hears  "Busy"', undefined],
  },
  endlessRecording: {
    body: "<Record/>",
    options: { caller: "talk 4" },
    lines: ["recorded 3600 s -> http://pbx.example/recordings/1.mp3", undefined],
  },
};

function linesOf({ lines, durationMs }: Played): readonly string[] {
  return [...lines, durationMs > 60_000 ? "lasts over a minute" : "lasts under a minute"];
}

describe("each switch leads to another call in each of its readings", () => {
  it.each(Object.entries(cases))("%s", (key, { body, options, lines: [recommended, other] }) => {
    const [first, second] = Object.entries(dialectReadings).find(([one]) => one === key)?.[1] ?? [];
    const asRecommended = linesOf(playCommands(body, { ...options, dialect: { [key]: first } }));
    const otherwise = linesOf(playCommands(body, { ...options, dialect: { [key]: second } }));
    expect(linesOf(playCommands(body, options))).toEqual(asRecommended);
    if (recommended !== undefined) {
      expect(asRecommended).toContain(recommended);
      expect(otherwise).not.toContain(recommended);
    }
    if (other !== undefined) {
      expect(otherwise).toContain(other);
      expect(asRecommended).not.toContain(other);
    }
  });

  it("exit at the top of a script stops it in both readings", () => {
    for (const exitLeaves of dialectReadings.exitLeaves)
      expect(playCommands("<Exit/><Speak>Behind</Speak>", { dialect: { exitLeaves } }).lines).toEqual([
        "call answered",
        "call ended",
      ]);
  });
});

describe("the table of open questions", () => {
  it("has all 26, each with a switch or with the reason why it has none", () => {
    const switched = new Set(Object.values(switches).flatMap((one) => one.questions));
    expect(openQuestions.map((one) => one.number)).toEqual(Array.from({ length: 26 }, (_, index) => index + 1));
    for (const { number, chosen } of openQuestions)
      expect([number, switched.has(number)]).toEqual([number, chosen === undefined]);
  });

  it("is what docs/dialects.md says; `node scripts/make-docs.mjs` makes it again", async () => {
    expect(await readFile(new URL("../../docs/dialects.md", import.meta.url), "utf8")).toBe(writeDialectsPage());
  });
});

describe("pairwise dialects", () => {
  it("are few, always the same, the recommended one first", () => {
    const dialects = pairwiseDialects();
    expect(dialects[0]).toEqual(recommendedDialect);
    expect(dialects.length).toBeLessThan(20);
    expect(pairwiseDialects()).toEqual(dialects);
  });

  it("hold every two readings of different switches together at least once", () => {
    const dialects = pairwiseDialects();
    // Keys of an object with the keys of a dialect.
    const keys = Object.keys(dialectReadings) as (keyof Dialect)[];
    for (const [at, key] of keys.entries())
      for (const other of keys.slice(at + 1))
        for (const value of dialectReadings[key])
          for (const otherValue of dialectReadings[other])
            expect(
              dialects.some((one) => one[key] === value && one[other] === otherValue),
              `${key}=${value} with ${other}=${otherValue}`,
            ).toBe(true);
  });
});

it("all dialects come one by one, each different", () => {
  const some: string[] = [];
  for (const dialect of allDialects()) if (some.push(JSON.stringify(dialect)) === 100) break;
  expect(new Set(some).size).toBe(100);
});
