import { parseText, readable, wordsIn } from "../expressions/placeholders.ts";
import type { Value } from "../flow/flow.ts";
import { type HttpHeader, type HttpMethod, type HttpRequest, isRepeatable } from "../line/http.ts";

/** A request as an author writes it: texts may hold {placeholders}. Plain JSON; part of a step, and of a program. */
export interface HttpTemplate {
  readonly method: HttpMethod;
  readonly url: string;
  readonly query: readonly NamedText[];
  readonly headers: readonly HttpHeader[];
  readonly body?: HttpBody | undefined;
  readonly timeoutSeconds: number;
  readonly retries: number;
}

export interface NamedText {
  readonly name: string;
  readonly value: string;
}

export type HttpBody =
  /** A JSON text whose strings may hold placeholders; one that is nothing but a placeholder keeps the value's type. */
  { readonly json: string } | { readonly form: readonly NamedText[] } | { readonly text: string };

/** How placeholders are worked out: never a fault, "" for what cannot be. */
export type Evaluate = (expression: string) => Value;

/** The request to send. What a caller keyed in can become part of a value only, never of the address or a header's name. */
export function fillTemplate(template: HttpTemplate, evaluate: Evaluate): HttpRequest {
  const { method, timeoutSeconds, body } = template;
  const text = (source: string, write: (value: string) => string = (value) => value) =>
    parseText(source)
      .parts.map((part) => (typeof part === "string" ? part : write(readable(String(evaluate(part.expression))))))
      .join("");
  const pair = ({ name, value }: NamedText) => `${encode(name)}=${encode(text(value))}`;
  const address = text(template.url.trim(), encode);
  const query = template.query.map(pair).join("&");
  const filled = body === undefined || method === "GET" ? undefined : fillBody(body, text, pair, evaluate);
  const headers = template.headers.map(
    (one): HttpHeader => ("secret" in one ? one : { name: one.name, value: headerValue(text(one.value)) }),
  );
  const isTyped = headers.some((one) => one.name.toLowerCase() === "content-type");
  return {
    method,
    url: withQuery(address, query),
    headers: filled === undefined || isTyped ? headers : [...headers, { name: "Content-Type", value: filled.type }],
    ...(filled === undefined ? {} : { body: filled.content }),
    timeoutSeconds,
    retries: isRepeatable(method) ? template.retries : 0,
  };
}

/** The address of the request as people may see it: whatever reads a variable of these names is hidden. */
export function shownUrl(template: HttpTemplate, evaluate: Evaluate, secret: readonly string[]): string {
  const { url } = fillTemplate({ ...template, headers: [], body: undefined }, (expression) =>
    wordsIn(expression).some((word) => secret.includes(word)) ? "***" : evaluate(expression),
  );
  return url;
}

function fillBody(
  body: HttpBody,
  text: (source: string) => string,
  pair: (one: NamedText) => string,
  evaluate: Evaluate,
): { readonly type: string; readonly content: string } {
  if ("form" in body) return { type: "application/x-www-form-urlencoded", content: body.form.map(pair).join("&") };
  if ("text" in body) return { type: "text/plain; charset=utf-8", content: text(body.text) };
  const fill = (_: string, value: unknown): unknown => {
    if (typeof value !== "string") return value;
    const { parts } = parseText(value);
    const [only] = parts;
    return parts.length === 1 && typeof only === "object" ? evaluate(only.expression) : text(value);
  };
  return { type: "application/json", content: JSON.stringify(JSON.parse(body.json, fill)) };
}

/** The strings of a JSON text, where placeholders may stand; undefined when it is no JSON. */
export function stringsInJson(source: string): readonly string[] | undefined {
  const strings: string[] = [];
  try {
    JSON.parse(source, (_, value: unknown) => {
      if (typeof value === "string") strings.push(value);
      return value;
    });
    return strings;
  } catch {
    return undefined;
  }
}

function encode(value: string): string {
  return encodeURIComponent(value);
}

function withQuery(address: string, query: string): string {
  if (query === "") return address;
  const [path = "", ...fragment] = address.split("#");
  const joined = `${path}${path.includes("?") ? "&" : "?"}${query}`;
  return [joined, ...fragment].join("#");
}

/** Without what would end the header: a value never brings a header of its own. */
function headerValue(value: string): string {
  return value.replace(/\p{Cc}/gu, " ").trim();
}
