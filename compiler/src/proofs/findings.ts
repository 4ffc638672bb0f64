import type { Diagnostic } from "../flow/index.ts";
import { ownStep } from "../phases/1-parse/call-flows.ts";
import { said } from "../words/said.ts";
import type { Claim, Refutation } from "./claims/claim.ts";
import type { TrialCall } from "./trial-call.ts";
import { howItGoes } from "./trial-sentence.ts";

/** A fault of a flow; if it was found by a call, that call. */
export interface Finding extends Diagnostic {
  readonly call?: TrialCall;
}

/** Where several claims are refuted by the same fault, it is told by the first of them: the one that names it best. */
const toldFirst = [
  "promise-silent-caller-gone",
  "promise-person-reached",
  "promise-outcome-reached",
  "no-loop-without-input",
  "no-trap",
  "silent-caller-ends",
  "every-path-ends",
  "person-reachable",
];

/** Codes of what has told already that a call goes on without an end. */
const rulesOfRounds: ReadonlySet<string> = new Set(["loop-without-input", "endless-calls", "plays-for-ever"]);

/** What is refuted, as faults: each once, errors before warnings. `found`: what the rules said. */
export function findingsIn(claims: readonly Claim[], found: readonly Diagnostic[]): readonly Finding[] {
  const told = new Set(found.filter(({ code }) => rulesOfRounds.has(code)).map(({ step }) => step));
  const findings: Finding[] = [];
  const rank = ({ claim, refutation }: Refuted) =>
    (refutation.severity === "error" ? 0 : toldFirst.length + 1) + 1 + toldFirst.indexOf(claim.code);
  const refuted = claims.flatMap((claim) => refutationsOf(claim).map((refutation): Refuted => ({ claim, refutation })));
  for (const { claim, refutation } of refuted.sort((a, b) => rank(a) - rank(b))) {
    const { steps, severity, sentence, call, fix } = refutation;
    if (steps.some((step) => told.has(step))) continue;
    for (const step of steps) told.add(step);
    const [step] = steps;
    findings.push({
      code: claim.code,
      severity,
      ...said`${sentence} ${claim.remedy} It happens when ${howItGoes(call)}.`,
      ...(step === undefined ? {} : { step: ownStep(step) }),
      ...(fix === undefined ? {} : { fix }),
      call,
    });
  }
  return findings;
}

interface Refuted {
  readonly claim: Claim;
  readonly refutation: Refutation;
}

/** Every call that refutes the claim, the one it tells of first. */
export function refutationsOf({
  verdict,
  sentence,
  call,
  severity,
  steps = [],
  fix,
  further = [],
}: Claim): readonly Refutation[] {
  if (verdict !== "refuted" || call === undefined || severity === undefined) return [];
  return [{ sentence, call, severity, steps, ...(fix === undefined ? {} : { fix }) }, ...further];
}
