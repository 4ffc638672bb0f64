import type { TestServer } from "./test-server.ts";

export interface StreamedEvent {
  readonly event: string;
  readonly [field: string]: unknown;
}

/** Reads the event stream of a tried call, as a browser's EventSource would. */
export interface EventReader {
  /** The next event of this name; those before it are passed over. */
  until(event: string): Promise<StreamedEvent>;
  /** Everything up to the end of the stream. */
  all(): Promise<readonly StreamedEvent[]>;
}

export function followEvents(server: TestServer, callId: string): EventReader {
  const events = read(server, callId);
  return {
    async until(wanted) {
      for (;;) {
        const { value, done } = await events.next();
        if (done) throw new Error(`the stream ended without "${wanted}"`);
        if (value.event === wanted) return value;
      }
    },
    async all() {
      const list: StreamedEvent[] = [];
      for await (const event of events) list.push(event);
      return list;
    },
  };
}

async function* read(server: TestServer, callId: string): AsyncGenerator<StreamedEvent, undefined> {
  const response = await server.stream(`/try/calls/${callId}/events`);
  let rest = "";
  for await (const piece of response.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    const blocks = (rest + piece).split("\n\n");
    rest = blocks.pop() ?? "";
    for (const block of blocks) if (block.startsWith("data: ")) yield JSON.parse(block.slice("data: ".length));
  }
}
