/** HTTP requests that our server makes for a call, and what comes of them. Plain JSON. */

export const httpMethods = ["GET", "POST", "PUT", "PATCH", "DELETE"] as const;
export type HttpMethod = (typeof httpMethods)[number];

export interface HttpRequest {
  readonly method: HttpMethod;
  readonly url: string;
  readonly headers: readonly HttpHeader[];
  readonly body?: string;
  /** For all tries together: as long as a caller may have to wait. */
  readonly timeoutSeconds: number;
  /** Further tries when nobody answers. 0 for methods that must not be repeated. */
  readonly retries: number;
}

/** A secret is a name; only whoever sends the request puts its value there. */
export type HttpHeader =
  | { readonly name: string; readonly value: string }
  | { readonly name: string; readonly secret: string };

/** `fault`: why no answer came, half a sentence without a full stop. */
export type HttpReply = { readonly status: number; readonly body: string } | { readonly fault: string };

/** May such a request be sent again when nobody knows whether it arrived? (RFC 9110, section 9.2.2) */
export function isRepeatable(method: HttpMethod): boolean {
  return method !== "POST" && method !== "PATCH";
}

/** An answer that a simulation gives: to requests of this method whose address fits the pattern. */
export interface HttpMock {
  /** Absent: any. */
  readonly method?: HttpMethod | undefined;
  /** `*` stands for any characters. */
  readonly url: string;
  readonly status?: number | undefined;
  /** Sent as JSON when it is no text. */
  readonly body?: unknown;
  /** In place of an answer: why none comes. */
  readonly fault?: string | undefined;
}

/** The world's web servers, played by a list: the first that fits answers. */
export function playHttp(mocks: readonly HttpMock[]): (request: HttpRequest) => HttpReply {
  return ({ method, url }) => {
    const mock = mocks.find((one) => (one.method ?? method) === method && fits(url, one.url));
    if (mock === undefined) return { fault: "no answer to this request is known in this simulation" };
    if (mock.fault !== undefined) return { fault: mock.fault };
    const { status = 200, body = "" } = mock;
    return { status, body: typeof body === "string" ? body : JSON.stringify(body) };
  };
}

/** Piece by piece, so that no pattern takes longer than its length times that of the address. */
function fits(url: string, pattern: string): boolean {
  const [first = "", ...rest] = pattern.split("*");
  if (rest.length === 0) return url === first;
  const last = rest.pop() ?? "";
  if (!url.startsWith(first) || url.length < first.length + last.length || !url.endsWith(last)) return false;
  let at = first.length;
  for (const piece of rest) {
    const found = url.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return at <= url.length - last.length;
}
