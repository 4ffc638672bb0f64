import type { Diagnostic, Flow } from "@ozflow/compiler";
import { createStore, type StoreApi } from "zustand/vanilla";

/** What the compiler says about the flow. Derived: never saved, never edited. */
export interface Findings {
  /** The flow these are about; older than the document while the compiler works. */
  readonly about: Flow | undefined;
  readonly diagnostics: readonly Diagnostic[];
  readonly byStep: ReadonlyMap<string, readonly Diagnostic[]>;
}

export type FindingsStore = StoreApi<Findings> & { take(about: Flow, diagnostics: readonly Diagnostic[]): void };

export function createFindingsStore(): FindingsStore {
  const store = createStore<Findings>(() => ({ about: undefined, diagnostics: [], byStep: new Map() }));
  return {
    ...store,
    take(about, diagnostics) {
      const sorted = [...diagnostics].sort((a, b) => rank(a) - rank(b));
      const byStep = new Map<string, Diagnostic[]>();
      for (const one of sorted) {
        if (one.step !== undefined) byStep.set(one.step, [...(byStep.get(one.step) ?? []), one]);
      }
      store.setState({ about, diagnostics: sorted, byStep });
    },
  };
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
