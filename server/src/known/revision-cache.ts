import { type Answerer, createAnswerer, type Flow, linkFlow, nameOf, type Program } from "@ozflow/compiler";
import { createRecent } from "../store/recent.ts";
import type { RevisionStore } from "../store/revision-store.ts";
import { createStepNames, type StepNames } from "./step-names.ts";

/** A revision made ready to answer. */
export interface LoadedRevision {
  readonly flow: Flow;
  readonly answerer: Answerer;
  readonly steps: StepNames;
  readonly secretVariables: ReadonlySet<string>;
}

export interface RevisionCache {
  /** Undefined when there is no such revision. */
  load(flowId: string, revision: number): Promise<LoadedRevision | undefined>;
}

/** Revisions kept ready; the one used longest ago makes room. A revision never changes, so none gets stale. */
const maxLoaded = 200;

/** `beforeFirstUse`: what has to be known before a revision that was not loaded yet can be answered. */
export function createRevisionCache(
  revisions: Pick<RevisionStore, "find">,
  beforeFirstUse: () => Promise<void> = async () => {},
): RevisionCache {
  const loaded = createRecent<LoadedRevision>(maxLoaded);
  return {
    async load(flowId, revision) {
      const key = `${flowId}/${revision}`;
      const found = loaded.find(key) ?? (await read(flowId, revision));
      if (found !== undefined) loaded.keep(key, found);
      return found;
    },
  };

  async function read(flowId: string, revision: number): Promise<LoadedRevision | undefined> {
    const row = await revisions.find(flowId, revision);
    if (row === undefined) return undefined;
    await beforeFirstUse();
    // Both texts were written by `publishFlow`, which had them from the compiler.
    const flow = JSON.parse(row.file) as Flow;
    const program = JSON.parse(row.program) as Program;
    const { steps, variables } = wholeOf(flow);
    return {
      flow,
      answerer: createAnswerer(program),
      steps: createStepNames(new Map(steps.map((step) => [step.id, nameOf(step)]))),
      secretVariables: new Set(variables.filter((one) => one.secret === true).map((one) => one.name)),
    };
  }
}

/** What a call can come by and keep: in the flow, and in those that it goes through. */
function wholeOf(flow: Flow): Pick<Flow, "steps" | "variables"> {
  if (flow.subFlows === undefined) return flow;
  const { linked } = linkFlow(flow);
  return { steps: [...linked.steps.values()].map((one) => one.step), variables: linked.flow.variables };
}
