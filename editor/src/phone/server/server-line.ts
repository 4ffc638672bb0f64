import { createStore, type StoreApi } from "zustand/vanilla";
import { api } from "../../api/client.ts";
import type { PhoneEvent } from "../../api/types.ts";

export interface ServerLineState {
  /** `idle`: no call yet, or the last one is over. */
  readonly state: "idle" | "calling" | "talking";
  readonly events: readonly PhoneEvent[];
  /** The flow waits for keys. */
  readonly listening: boolean;
  /** The document the PBX has fetched last: where from, and its OzML. */
  readonly fetched: { readonly url: string; readonly document: string } | undefined;
}

/** One call to the flow, tried from the editor: placed on the virtual PBX, followed live. */
export interface ServerLine extends StoreApi<ServerLineState> {
  call(flowId: string, caller: string): Promise<void>;
  press(key: string): Promise<void>;
  hangUp(): Promise<void>;
  /** Lets go of the line when the panel goes. */
  close(): void;
}

/** Prompts belong to the question they are spoken in, so the flow goes on listening while they play. */
const endsListening: ReadonlySet<PhoneEvent["event"]> = new Set(["pressed", "said-nothing", "transferred", "hung-up"]);

const quiet: ServerLineState = { state: "idle", events: [], listening: false, fetched: undefined };

export function createServerLine(): ServerLine {
  const store = createStore<ServerLineState>(() => quiet);
  let callId: string | undefined;
  let source: EventSource | undefined;

  const hear = (event: PhoneEvent) => {
    switch (event.event) {
      case "over":
        source?.close();
        source = undefined;
        callId = undefined;
        store.setState({ state: "idle", listening: false });
        break;
      case "listening":
        store.setState({ listening: true });
        break;
      case "fetched":
        store.setState({ state: "talking", fetched: event });
        break;
      default:
        store.setState((now) => ({
          events: [...now.events, event],
          listening: now.listening && !endsListening.has(event.event),
        }));
    }
  };

  return {
    ...store,
    async call(flowId, caller) {
      store.setState({ ...quiet, state: "calling" });
      try {
        const { id } = await api.tryCall({ flowId, ...(caller === "" ? {} : { caller }) });
        callId = id;
        source = new EventSource(api.phoneEventsUrl(id));
        // After a break the server tells everything from the start again.
        source.onopen = () => store.setState({ events: [], state: "talking" });
        source.onmessage = ({ data }: MessageEvent<string>) => {
          // The server's own words, one event a message (see api/types.ts).
          hear(JSON.parse(data) as PhoneEvent);
        };
      } catch (error) {
        store.setState({ state: "idle" });
        throw error;
      }
    },
    async press(key) {
      if (callId !== undefined) await api.pressKeys(callId, key);
    },
    async hangUp() {
      if (callId !== undefined) await api.hangUp(callId);
    },
    close() {
      source?.close();
      if (callId !== undefined) void api.hangUp(callId).catch(() => undefined);
    },
  };
}
