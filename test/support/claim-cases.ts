import {
  compile,
  createAnswerer,
  type Flow,
  printTranscript,
  simulateProgram,
  writeCallerScript,
} from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { check } from "../../compiler/src/compile.ts";
import type { Claim } from "../../compiler/src/proofs/claims/claim.ts";
import { prove } from "../../compiler/src/proofs/prove.ts";
import { neverEnds, simulated, type TrialCall } from "../../compiler/src/proofs/trial-call.ts";
import { type FlowSketch, flow } from "./flow-builder.ts";

interface Said extends FlowSketch {
  /** Words of the sentence. */
  readonly says: string;
}

export interface ClaimCases {
  readonly proven: Readonly<Record<string, Said>>;
  /** `caller`: the script of the call that shows it. `shows`: lines that its transcript holds. */
  readonly refuted: Readonly<Record<string, Said & { readonly caller: string; readonly shows?: readonly string[] }>>;
  readonly unclear?: Readonly<Record<string, Said>>;
  /** Flows with nothing the claim could be about. */
  readonly silent?: Readonly<Record<string, FlowSketch>>;
}

/** One test for each flow; each call that refutes is played by the machine, from the compiled documents. */
export function testClaim(code: string, { proven, refuted, unclear = {}, silent = {} }: ClaimCases): void {
  describe(code, () => {
    it.each(Object.entries(proven))("is proven: %s", (_name, { says, ...sketch }) => {
      expect(claimOf(code, flow(sketch))).toMatchObject({
        verdict: "proven",
        sentence: { message: expect.stringContaining(says) },
      });
    });

    it.each(Object.entries(refuted))("is refuted: %s", (_name, { says, caller, shows = [], ...sketch }) => {
      const claim = claimOf(code, flow(sketch));
      expect(claim).toMatchObject({ verdict: "refuted", sentence: { message: expect.stringContaining(says) } });
      expect(writeCallerScript(claim?.call?.caller ?? [])).toBe(caller);
      const transcript = playOnMachine(flow(sketch), claim?.call);
      if (code !== "person-reachable") expect(neverEnds(transcript)).toBe(true);
      for (const line of shows) expect(printTranscript(transcript)).toContain(line);
    });

    it.each(Object.entries(unclear))("is not decided: %s", (_name, { says, ...sketch }) => {
      const claim = claimOf(code, flow(sketch));
      expect(claim).toMatchObject({ verdict: "cannot-tell", sentence: { message: expect.stringContaining(says) } });
    });

    it.each(Object.entries(silent))("has nothing to say: %s", (_name, sketch) => {
      expect(claimOf(code, flow(sketch))).toBeUndefined();
    });
  });
}

export function claimOf(code: string, subject: Flow): Claim | undefined {
  return prove(check(subject).analysis).find((one) => one.code === code);
}

export function playOnMachine(subject: Flow, call: TrialCall | undefined) {
  const { program, diagnostics } = compile(subject);
  if (program === undefined || call === undefined) throw new Error(`cannot be played: ${JSON.stringify(diagnostics)}`);
  return simulateProgram(createAnswerer(program), simulated(call)).transcript;
}
