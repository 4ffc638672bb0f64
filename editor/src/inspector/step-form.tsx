import type { Diagnostic, Step } from "@ozflow/compiler";
import { createContext, useContext } from "react";
import type { Change } from "../model/change.ts";
import { setData } from "../model/changes/index.ts";
import { faultsAt } from "../model/findings-store.ts";
import { say } from "../model/say.ts";
import { withSources } from "../model/translation-sources.ts";
import { type Path, valueAt, withValueAt } from "../model/value-at.ts";
import { useEditor, useFindingsOf } from "../workplace.tsx";
import { sentenceAtField } from "./sentence-at-field.ts";

const StepContext = createContext<Step | undefined>(undefined);
export const StepProvider = StepContext;

/** A place in the data of the step that is being edited. */
export interface FieldAccess {
  readonly value: unknown;
  /** The sentence of the first fault at this place. */
  readonly error: string | undefined;
  readonly severity: Diagnostic["severity"] | undefined;
  /** Writes a value; undefined takes the key away. One undo step. */
  set(value: unknown): void;
  /** The same while somebody types: everything typed into one field is one undo step, until {@link leave}. */
  type(value: unknown): void;
  leave(): void;
  /** The change that {@link set} would commit, to be made together with others. */
  change(value: unknown): Change;
}

export function useField(path: Path): FieldAccess {
  const editor = useEditor();
  const step = useContext(StepContext);
  if (step === undefined) throw new Error("a field belongs inside of a step's form");
  const found = useFindingsOf(step.id);
  const change = (value: unknown, group?: string): Change => ({
    name: "edit-step",
    ...(group === undefined ? {} : { group }),
    // Read when it is applied, so that two changes made together do not undo each other.
    apply(flow) {
      const now = flow.steps.find((one) => one.id === step.id);
      if (now === undefined) return flow;
      return setData(now.id, withSources(now, now.data, withValueAt(now.data, path, value))).apply(flow);
    },
  });
  const fault: Diagnostic | undefined = faultsAt(found, path)[0];
  return {
    value: valueAt(step.data, path),
    error: fault && sentenceAtField(say(fault), step),
    severity: fault?.severity,
    set: (value) => editor.document.commit(change(value)),
    type: (value) => editor.document.commit(change(value, `data ${step.id} ${path.join(".")}`)),
    leave: () => editor.document.seal(),
    change,
  };
}
