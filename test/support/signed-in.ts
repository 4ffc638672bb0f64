import type { Flow } from "@ozflow/compiler";
import { expectDeclared } from "./declared.ts";

export interface ApiReply {
  readonly status: number;
  // biome-ignore lint/suspicious/noExplicitAny: tests look into JSON and fail when it is not what they expect.
  readonly body: any;
}

export interface PublishedFlow {
  readonly id: string;
  readonly callbackUrl: string;
}

/** Somebody who is signed in at a server, wherever it runs. Every answer is held to what its route declares. */
export interface SignedIn {
  api(method: string, path: string, body?: unknown): Promise<ApiReply>;
  /** The same with bytes as they are. */
  send(method: string, path: string, bytes: Buffer, headers?: Readonly<Record<string, string>>): Promise<ApiReply>;
  /** A GET under /api whose answer comes piece by piece. */
  stream(path: string): Promise<Response>;
  /** Stores and publishes a flow. */
  publish(flow: Flow): Promise<PublishedFlow>;
}

export async function signedIn(url: string, user: { email: string; password: string }): Promise<SignedIn> {
  const cookie = await signIn(url, user);

  async function ask(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body?: string | Uint8Array<ArrayBuffer>,
  ): Promise<ApiReply> {
    const response = await fetch(`${url}/api${path}`, {
      method,
      headers: { cookie, ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const reply = { status: response.status, body: text === "" ? undefined : JSON.parse(text) };
    expectDeclared(method, path, reply.status, reply.body);
    return reply;
  }

  const api: SignedIn["api"] = (method, path, body) =>
    ask(method, path, { "content-type": "application/json" }, body === undefined ? undefined : JSON.stringify(body));
  return {
    api,
    send: (method, path, bytes, headers = {}) =>
      ask(method, path, { "content-type": "application/octet-stream", ...headers }, new Uint8Array(bytes)),
    stream: (path) => fetch(`${url}/api${path}`, { headers: { cookie } }),
    async publish(flow) {
      const { id } = (await api("POST", "/flows", { flow })).body;
      const { callbackUrl } = (await api("POST", `/flows/${id}/publish`, { version: 1 })).body;
      return { id, callbackUrl };
    },
  };
}

/** The cookie of a new login. */
export async function signIn(url: string, user: { email: string; password: string }): Promise<string> {
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${url}/api/session`, { method: "POST", headers, body: JSON.stringify(user) });
  return response.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";", 1)[0])
    .join("; ");
}
