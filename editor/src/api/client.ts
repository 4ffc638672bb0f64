import type { Flow, Words } from "@ozflow/compiler";
import type {
  CallDetails,
  Example,
  FlowListItem,
  OpenedFlow,
  Publication,
  Saved,
  ServerInfo,
  StartCall,
  TryCall,
  User,
} from "./types.ts";

/**
 * The server said no, or said nothing. `code` is the server's word for it, `unreachable` when there was no answer at
 * all; the message is a sentence for the user, empty when nobody wrote one.
 */
export class ApiFault extends Error {
  override readonly name = "ApiFault";
  readonly status: number;
  readonly code: string;
  /** What the message is made of, if the server said so. */
  readonly words: Words | undefined;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    status: number,
    code: string,
    message: string,
    { words, ...details }: Readonly<Record<string, unknown>> = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.words = isWords(words) ? words : undefined;
    this.details = details;
  }
}

type Method = "GET" | "POST" | "PUT" | "DELETE";

/** Called when the server no longer knows who we are, whatever was asked. */
let onSignedOut: () => void = () => {};

export function whenSignedOut(listener: () => void): void {
  onSignedOut = listener;
}

/** Asks our server. Throws {@link ApiFault}. */
export async function ask<Answer>(method: Method, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`/api${path}`, {
    method,
    ...(body === undefined ? {} : sent(body)),
  }).catch(() => {
    throw new ApiFault(0, "unreachable", "");
  });
  if (response.ok) {
    // Our own server answers in the shapes of types.ts; its tests hold it to them.
    return (response.status === 204 ? undefined : await response.json()) as Answer;
  }
  const fault = await readFault(response);
  if (fault.code === "not-signed-in") onSignedOut();
  throw fault;
}

/** A file goes as it is, anything else as JSON. */
function sent(body: unknown) {
  if (body instanceof Blob) return { headers: { "content-type": "application/octet-stream" }, body };
  return { headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}

/** A proxy or a crash may answer with something else than our JSON; then the status is all we know. */
async function readFault(response: Response): Promise<ApiFault> {
  const body: unknown = await response.json().catch(() => undefined);
  const error = isRecord(body) && isRecord(body.error) ? body.error : {};
  const { code, message, ...details } = error;
  return new ApiFault(
    response.status,
    typeof code === "string" ? code : "unknown",
    typeof message === "string" ? message : "",
    details,
  );
}

function isWords(value: unknown): value is Words {
  if (!isRecord(value) || typeof value["template"] !== "string" || !Array.isArray(value["values"])) return false;
  return value["values"].every((one) => typeof one !== "object" || isWords(one));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object";
}

const at = (id: string) => encodeURIComponent(id);

export const api = {
  info: () => ask<ServerInfo>("GET", "/info"),
  session: () => ask<{ user: User }>("GET", "/session"),
  signIn: (email: string, password: string) => ask<{ user: User }>("POST", "/session", { email, password }),
  signOut: () => ask<void>("DELETE", "/session"),
  examples: () => ask<{ examples: readonly Example[] }>("GET", "/examples"),
  flows: () => ask<{ flows: readonly FlowListItem[] }>("GET", "/flows"),
  createFlow: (flow: Flow) => ask<OpenedFlow>("POST", "/flows", { flow }),
  openFlow: (id: string) => ask<OpenedFlow>("GET", `/flows/${at(id)}`),
  saveFlow: (id: string, flow: Flow, version: number) => ask<Saved>("PUT", `/flows/${at(id)}`, { flow, version }),
  deleteFlow: (id: string) => ask<void>("DELETE", `/flows/${at(id)}`),
  publish: (id: string, version: number, message: string) =>
    ask<Publication>("POST", `/flows/${at(id)}/publish`, { version, ...(message === "" ? {} : { message }) }),
  startCall: (id: string, call: StartCall) => ask<{ id: string }>("POST", `/flows/${at(id)}/calls`, call),
  call: (id: string) => ask<CallDetails>("GET", `/calls/${at(id)}`),
  tryCall: (call: TryCall) => ask<{ id: string }>("POST", "/try/calls", call),
  pressKeys: (id: string, keys: string) => ask<void>("POST", `/try/calls/${at(id)}/keys`, { keys }),
  hangUp: (id: string) => ask<void>("DELETE", `/try/calls/${at(id)}`),
  phoneEventsUrl: (id: string) => `/api/try/calls/${at(id)}/events`,
};
