import { parseJsonPath } from "../../http/json-path.ts";
import { type Said, said } from "../../words/said.ts";
import type { LocalFault } from "../definition.ts";
import { duplicates } from "../fields/duplicates.ts";
import type { RequestData } from "./request-fields.ts";

/** The host stands in the address itself: what a caller keys in never decides which server is asked. */
const fixedHost = /^https?:\/\/[^\s/?#{}@\\]+([/?#]|$)/i;

/** A name of RFC 9110, section 5.6.2. */
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;

/** What the server keeps a secret under. */
const secretName = /^[A-Za-z][\w-]{0,63}$/;

/** Headers that the sending itself decides. */
const taken = new Set(
  "connection content-length expect host keep-alive proxy-connection te trailer transfer-encoding upgrade".split(" "),
);

interface Checked extends RequestData {
  readonly fields: readonly { readonly path: string }[];
  readonly statuses: readonly number[];
}

/** What is wrong with a request that its schema cannot say. */
export function faultsOfRequest(data: Checked): readonly LocalFault[] {
  return [...addressFaults(data.url), ...data.headers.flatMap(headerFaults), ...answerFaults(data)];
}

function addressFaults(url: string): readonly LocalFault[] {
  if (fixedHost.test(url.trim())) return [];
  const sentence = said`the request goes nowhere; enter an address that begins with http:// or https:// and the name of a server, without placeholders up to there.`;
  return [{ code: "address-invalid", severity: "error", ...sentence, path: ["url"] }];
}

function headerFaults({ name, value, secret }: RequestData["headers"][number], index: number): readonly LocalFault[] {
  const fault = (sentence: Said): LocalFault => ({
    code: "header-invalid",
    severity: "error",
    ...sentence,
    path: ["headers", index, "name"],
  });
  if (!token.test(name)) return [fault(said`"${name}" is no name of a header; write letters, digits and hyphens.`)];
  if (taken.has(name.toLowerCase())) return [fault(said`the header ${name} is set by the server itself; remove it.`)];
  if ((secret ?? "") !== "" && !secretName.test(secret ?? "")) {
    return [fault(said`no secret is called "${secret ?? ""}"; write a letter, then letters, digits, - and _.`)];
  }
  const both = (value ?? "") !== "" && (secret ?? "") !== "";
  return both ? [fault(said`the header ${name} has a value and a secret; keep one of them.`)] : [];
}

function answerFaults({ fields, statuses }: Checked): readonly LocalFault[] {
  const paths = fields.flatMap(({ path }, index): readonly LocalFault[] => {
    if (parseJsonPath(path) !== undefined) return [];
    const sentence = said`"${path}" names no value in the answer; write it like customer.name or orders[0].id.`;
    return [{ code: "path-invalid", severity: "error", ...sentence, path: ["fields", index, "path"] }];
  });
  const twice = duplicates(statuses.map(String)).map((index): LocalFault => {
    const sentence = said`status ${String(statuses[index])} has two ways out; remove one of them.`;
    return { code: "status-twice", severity: "error", ...sentence, path: ["statuses", index] };
  });
  return [...paths, ...twice];
}
