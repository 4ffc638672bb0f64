import { compile, createAnswerer, linkFlow } from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyse } from "../../compiler/src/phases/2-analyse/analyse.ts";
import { prove } from "../../compiler/src/proofs/prove.ts";
import { Attack, callEntryOf, silence } from "../support/proof-attacks.ts";
import { randomCaller, randomFlow, randomWorld, soundSeconds } from "../support/random-flow.ts";

/** Flows, and calls for each of them; `npm run test:deep` asks for a million calls. */
const runs = Number(process.env["OZFLOW_RUNS"] ?? 45);
const callsPerFlow = Number(process.env["OZFLOW_CALLS"] ?? 5);

/** Long enough that no call which ends of itself is cut off; of others, enough to see how they go round. */
const maxEvents = { ending: 3000, others: 650 };

describe("what is proven of a flow, against callers who try everything", () => {
  it(
    "no call shows otherwise, and every call that is to refute a claim does",
    () => {
      const verdicts = { proven: 0, refuted: 0, "cannot-tell": 0 };
      fc.assert(
        fc.property(
          randomFlow(),
          fc.array(fc.tuple(randomCaller, randomWorld), { minLength: callsPerFlow, maxLength: callsPerFlow }),
          (flow, calls) => {
            const { program } = compile(flow);
            const entry = callEntryOf(flow);
            // Others are no calls, and do not count.
            fc.pre(program !== undefined && entry !== undefined);
            const analysis = analyse(linkFlow(flow).linked);
            const attack = new Attack(flow, analysis, createAnswerer(program));
            const claims = prove(analysis, { audioSeconds: soundSeconds });
            for (const claim of claims) {
              verdicts[claim.verdict] += 1;
              attack.refutes(claim);
            }
            const proven = (code: string) => claims.find((one) => one.code === code && one.verdict === "proven");
            const asks = proven("no-loop-without-input");
            for (const [index, [keys, world]] of calls.entries()) {
              const isSilent = index === 0;
              const before = isSilent ? [] : keys.filter(({ does }) => does !== "hang-up");
              const ends = proven(isSilent ? "silent-caller-ends" : "every-path-ends");
              attack.plays(
                {
                  entry,
                  facts: { caller: "100", dialed: "8000" },
                  caller: [...before, ...silence],
                  // Whom a flow calls says nothing either.
                  world: {
                    ...world,
                    audioSeconds: soundSeconds,
                    ...(isSilent ? { callees: {} } : {}),
                    maxEvents: ends === undefined ? maxEvents.others : maxEvents.ending,
                  },
                },
                { ends, asks, isSilent },
              );
            }
          },
        ),
        { numRuns: runs, seed: Number(process.env["OZFLOW_SEED"] ?? 20261127) },
      );
      // Verdicts that never come prove nothing.
      expect(Math.min(verdicts.proven, verdicts.refuted)).toBeGreaterThan(runs / 10);
    },
    24 * 3_600_000,
  );
});
