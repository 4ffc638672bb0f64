import type { Diagnostic, EndOfCalls, Finding, Flow } from "@ozflow/compiler";
import { createStore, type StoreApi } from "zustand/vanilla";
import type { Proof, ShownClaim } from "../worker/protocol.ts";

/** What the compiler says about the flow. Derived: never saved, never edited. */
export interface Findings {
  /** The flow these are about; older than the document while the compiler works. */
  readonly about: Flow | undefined;
  readonly diagnostics: readonly Finding[];
  readonly byStep: ReadonlyMap<string, readonly Diagnostic[]>;
  /** The flow the claims are about: they come later than the rest. */
  readonly provenOf: Flow | undefined;
  readonly claims: readonly ShownClaim[];
  /** Where calls can end, in the same flow. */
  readonly ends: readonly EndOfCalls[];
}

export interface FindingsStore extends StoreApi<Findings> {
  /** A step is another than before: what its own data showed goes, what it shows now is told before rules have looked at the flow. */
  takeOwn(before: readonly Diagnostic[], now: readonly Diagnostic[]): void;
  /** What rules say; what came with the proofs stays until it is known again. */
  take(about: Flow, diagnostics: readonly Diagnostic[]): void;
  takeProof(of: Flow, proof: Proof): void;
}

export function createFindingsStore(): FindingsStore {
  const store = createStore<Findings>(() => ({
    about: undefined,
    diagnostics: [],
    byStep: new Map(),
    provenOf: undefined,
    claims: [],
    ends: [],
  }));
  let later: readonly Finding[] = [];
  /** By rules, of the flow that the store is about. */
  let told: ReadonlySet<string> = new Set();
  const show = (about: Flow, diagnostics: readonly Finding[]) => {
    const sorted = [...diagnostics].sort((a, b) => rank(a) - rank(b));
    const byStep = new Map<string, Finding[]>();
    for (const one of sorted) {
      if (one.step !== undefined) byStep.set(one.step, [...(byStep.get(one.step) ?? []), one]);
    }
    store.setState({ about, diagnostics: sorted, byStep });
  };
  return {
    ...store,
    takeOwn(before, now) {
      const { about, diagnostics } = store.getState();
      const gone = new Set(before.map(keyOf));
      const isKnown = before.length === now.length && now.every((one) => gone.has(keyOf(one)));
      if (about === undefined || isKnown) return;
      show(about, [...diagnostics.filter((one) => !gone.has(keyOf(one))), ...now]);
    },
    take(about, diagnostics) {
      const steps = new Set(about.steps.map(({ id }) => id));
      told = new Set(diagnostics.map(keyOf));
      show(about, [...diagnostics, ...later.filter(({ step }) => step === undefined || steps.has(step))]);
    },
    takeProof(of, { claims, diagnostics, ends }) {
      const isAbout = store.getState().about === of;
      later = diagnostics.filter((one) => one.call !== undefined || (isAbout && !told.has(keyOf(one))));
      store.setState({ provenOf: of, claims, ends });
      if (isAbout) show(of, diagnostics);
    },
  };
}

function keyOf({ code, step, message }: Diagnostic): string {
  return JSON.stringify([code, step, message]);
}

function rank(one: Diagnostic): number {
  return one.severity === "error" ? 0 : 1;
}

/** A field's faults: those whose path is the field's own. */
export function faultsAt(
  diagnostics: readonly Diagnostic[] | undefined,
  path: readonly (string | number)[],
): readonly Diagnostic[] {
  const wanted = path.join("\0");
  return diagnostics?.filter((one) => one.path?.join("\0") === wanted) ?? [];
}
