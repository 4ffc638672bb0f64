import type { HttpReply } from "@ozflow/compiler";
import { type Dispatcher, fetch, type Response } from "undici";
import type { AddressGuard } from "./address-guard.ts";
import { checkAddressInUrl } from "./guarded-lookup.ts";
import { NoAnswer } from "./no-answer.ts";

/** A request with its secrets in place. */
export interface FilledRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: readonly { readonly name: string; readonly value: string; readonly secret: boolean }[];
  readonly body?: string | undefined;
}

interface Way {
  readonly dispatcher: Dispatcher;
  readonly guard: AddressGuard;
  readonly signal: AbortSignal;
}

const maxRedirects = 3;

/** Bytes, unpacked. What is kept of an answer is a few values. */
const maxAnswer = 256 * 1024;

/** Sends the request to wherever it is sent on to. Rejects with {@link NoAnswer} or with an error of the client. */
export async function follow(first: FilledRequest, way: Way): Promise<HttpReply> {
  let request = first;
  for (let redirects = 0; ; redirects += 1) {
    const response = await ask(request, way);
    const next = redirected(request, response);
    if (next === undefined) return { status: response.status, body: await read(response) };
    await response.body?.cancel();
    if (redirects === maxRedirects) throw new NoAnswer(`it was sent on more than ${maxRedirects} times`);
    request = next;
  }
}

async function ask(request: FilledRequest, { dispatcher, guard, signal }: Way): Promise<Response> {
  const url = new URL(request.url);
  if (!/^https?:$/.test(url.protocol)) throw new NoAnswer("it was sent on to something that is no web server");
  if (url.username !== "" || url.password !== "") throw new NoAnswer("its address holds a password");
  checkAddressInUrl(guard, url);
  const headers = new Headers();
  for (const { name, value } of request.headers) {
    try {
      headers.append(name, value);
    } catch {
      throw new NoAnswer(`the value of the header ${name} cannot be sent`);
    }
  }
  if (!headers.has("user-agent")) headers.set("user-agent", "OzFlow");
  const { method, body = null } = request;
  return await fetch(url, { method, headers: [...headers], body, redirect: "manual", dispatcher, signal });
}

/** RFC 9110, section 15.4. Undefined: it is not sent on. */
function redirected(request: FilledRequest, { status, headers }: Response): FilledRequest | undefined {
  const location = headers.get("location");
  if (location === null || ![301, 302, 303, 307, 308].includes(status)) return undefined;
  if (!URL.canParse(location, request.url)) throw new NoAnswer("it was sent on to an address that cannot be read");
  const to = new URL(location, request.url);
  const isElsewhere = to.origin !== new URL(request.url).origin;
  const becomesGet = status === 303 || (status < 303 && request.method === "POST");
  const kept = request.headers.filter(
    ({ name, secret }) =>
      !(isElsewhere && (secret || credentials.has(name.toLowerCase()))) &&
      !(becomesGet && name.toLowerCase().startsWith("content-")),
  );
  return {
    method: becomesGet ? "GET" : request.method,
    url: to.href,
    headers: kept,
    body: becomesGet ? undefined : request.body,
  };
}

/** Never told to another server than the one they are for. */
const credentials = new Set(["authorization", "cookie", "proxy-authorization"]);

async function read({ body }: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.byteLength;
    if (size > maxAnswer) throw new NoAnswer(`its answer is larger than ${maxAnswer / 1024} KiB`);
    pieces.push(piece);
  }
  return new TextDecoder().decode(Buffer.concat(pieces));
}
