import {
  type Conversation,
  type Dialect,
  type FetchEffect,
  parseCallerScript,
  printTranscript,
  runCall,
  ScriptedLine,
  type World,
} from "@ozflow/compiler";

export interface Played {
  /** What happened, a line an event, without the times. */
  readonly lines: readonly string[];
  readonly durationMs: number;
  readonly asked: readonly FetchEffect[];
  /** The forms sent to a document's address, without the call's own id. */
  told(document: string): readonly Readonly<Record<string, string>>[];
}

/** Documents by the last part of their address; the first one asked for is `start`. */
export type Documents = Readonly<Record<string, string>>;

export function response(body: string): string {
  return `<Response>${body}</Response>`;
}

/** Plays an incoming call through these commands, or whatever conversation is given. */
export function playCommands(
  body: string,
  options: { documents?: Documents; caller?: string; dialect?: Dialect; world?: World; variables?: Documents } = {},
): Played {
  const call = { notification: "IncomingCall", url: "http://app.example/start", callId: "c1" } as const;
  const { dialect = {}, variables = {} } = options;
  return playConversation(runCall({ ...call, caller: "100", dialed: "8000", variables }, { dialect }), {
    ...options,
    documents: { start: response(body), ...options.documents },
    hangsUp: true,
  });
}

export function playConversation(
  conversation: Conversation,
  { documents = {}, caller = "", world = {}, hangsUp = false }: PlayOptions,
): Played {
  const script = parseCallerScript(caller);
  if ("fault" in script) throw new Error(script.fault.message);
  const asked: FetchEffect[] = [];
  const fetch = (request: FetchEffect) => {
    asked.push(request);
    const body = documents[documentOf(request)];
    return body === undefined ? { status: 404, body: "" } : { status: 200, body };
  };
  const line = new ScriptedLine(script.script, { ...world, fetch });
  const transcript = hangsUp ? line.run(conversation) : line.follow(conversation);
  const printed = printTranscript(transcript).replace(/^ *\d\d:\d\d\.\d {2}/gm, "");
  return {
    lines: printed === "" ? [] : printed.split("\n"),
    durationMs: transcript.durationMs,
    asked,
    told: (document) =>
      asked.filter((one) => documentOf(one) === document).map(({ form: { CallId: _, ...form } }) => form),
  };
}

interface PlayOptions {
  readonly documents?: Documents;
  readonly caller?: string;
  readonly world?: World;
  /** As a call does at the end of its document. */
  readonly hangsUp?: boolean;
}

function documentOf({ url }: FetchEffect): string {
  return new URL(url).pathname.slice(1);
}
