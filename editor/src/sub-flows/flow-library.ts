import { type Flow, flowsCalled, type SubFlow, withSubFlows } from "@ozflow/compiler";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { type CalledFlow, subFlowsApi } from "../api/sub-flows.ts";

/** Flows that flows go through, as they were last read, for all of the editor. */
const library = createStore<{ readonly flows: Readonly<Record<string, CalledFlow>> }>(() => ({ flows: {} }));

const reading = new Map<string, Promise<CalledFlow | undefined>>();

/** Reads it once; one that cannot be read is as one that is not there, and is asked for again the next time. */
export function readCalledFlow(id: string): Promise<CalledFlow | undefined> {
  const known = reading.get(id);
  if (known !== undefined) return known;
  const asked = subFlowsApi.find(id).then(
    (found) => {
      library.setState(({ flows }) => ({ flows: { ...flows, [id]: found } }));
      return found;
    },
    () => {
      reading.delete(id);
      return undefined;
    },
  );
  reading.set(id, asked);
  return asked;
}

/** To be called when a flow is opened: others may have been published since. */
export function forgetCalledFlows(): void {
  reading.clear();
}

/** What the flow before it was taken with. */
let taken: Flow["subFlows"];

/** The flow as the compiler takes it: with what calls can go through, the same object as before where that is the same. */
export async function withCalledFlows(flow: Flow): Promise<Flow> {
  if (flowsCalled(flow).length === 0) return flow;
  const known = new Map<string, SubFlow>();
  const whole = await withSubFlows(flow, async (id) => {
    if (!known.has(id)) {
      const found = (await readCalledFlow(id))?.subFlows ?? {};
      for (const [one, sub] of Object.entries(found)) known.set(one, sub);
    }
    return known.get(id);
  });
  if (!isSame(taken, whole.subFlows)) taken = whole.subFlows;
  return taken === undefined ? whole : { ...whole, subFlows: taken };
}

function isSame(one: Flow["subFlows"] = {}, other: Flow["subFlows"] = {}): boolean {
  const ids = Object.keys(one);
  return ids.length === Object.keys(other).length && ids.every((id) => one[id] === other[id]);
}

export const useCalledFlow = (id: string): CalledFlow | undefined => useStore(library, ({ flows }) => flows[id]);

/** A text for people, with flows by their names where a step writes `flow:ID`. */
export const useNamedFlows = (text: string): string =>
  useStore(library, ({ flows }) =>
    text.replace(/flow:([\w-]{1,64})/g, (whole, id) => flows[id]?.subFlows[id]?.name ?? whole),
  );
