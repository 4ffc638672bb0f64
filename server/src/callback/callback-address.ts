import type { Target } from "@ozflow/compiler";
import type { PromptRow } from "../store/prompt-store.ts";

/** What a document address says; a part that is missing or no number is undefined. */
export interface CallbackPlace {
  readonly revision: number | undefined;
  readonly document: string;
  readonly session: string | undefined;
  readonly turn: number | undefined;
  readonly site: number | undefined;
}

/** An address below `/c/` that was asked for. */
export interface CallbackAddress {
  readonly flowKey: string;
  readonly query: URLSearchParams;
  readonly asks:
    | { readonly for: "new-call" }
    | { readonly for: "next-document"; readonly place: CallbackPlace }
    | { readonly for: "end"; readonly end: "finished" | "error"; readonly session: string | undefined }
    /** No address that we give. */
    | { readonly for: "nothing" };
  /** To be written down: the key in it is what calls a flow, so only its beginning stands here. */
  readonly shown: string;
}

/** The address that goes into the PBX's configuration: new calls begin there, on the newest revision. */
export function entryAddress(publicUrl: string, flowKey: string): string {
  return `${publicUrl}/c/${flowKey}`;
}

/** The address of a document for one call; `site` is left out for the document a call begins with. */
export function documentAddress(
  publicUrl: string,
  flowKey: string,
  revision: number,
  target: Omit<Target, "site"> & { readonly site?: number },
): string {
  const { document, session, turn, site } = target;
  // Ids need no escaping (`ids.ts`).
  const place = site === undefined ? "" : `&p=${site}`;
  return `${publicUrl}/c/${flowKey}/${revision}/${document}?s=${session}&t=${turn}${place}`;
}

/** Where the PBX tells that a call we started is over, well or badly. */
export function endAddress(publicUrl: string, flowKey: string, end: "finished" | "error", session: string): string {
  return `${publicUrl}/c/${flowKey}/${end}?${new URLSearchParams({ s: session })}`;
}

/** Where a sound of the prompt library is found. Another sound under the same name has another address. */
export function promptAddress(publicUrl: string, prompt: Pick<PromptRow, "key" | "hash" | "format">): string {
  return `${publicUrl}/audio/${prompt.key}-${prompt.hash.slice(0, 8)}.${prompt.format}`;
}

/** A proxy may ask for a full address. */
const below = /^(?:\w+:\/\/[^/?]+)?\/c(?:\/([^?]*))?(?:\?(.*))?$/;

/** Reads what a request asks for; undefined when that is nothing below `/c`. */
export function readCallbackAddress(asked: string): CallbackAddress | undefined {
  const found = below.exec(asked);
  if (found === null) return undefined;
  const [, path = "", search = ""] = found;
  const query = new URLSearchParams(search);
  const [flowKey = "", ...behind] = path.split("/").map(decoded);
  const shown = `/c/${flowKey.slice(0, 6)}…${behind.map((part) => `/${part}`).join("")}`;
  return { flowKey, query, asks: flowKey === "" ? { for: "nothing" } : askedFor(behind, query), shown };
}

function askedFor(behind: readonly string[], query: URLSearchParams): CallbackAddress["asks"] {
  const [first = "", document = ""] = behind;
  const session = query.get("s") ?? undefined;
  if (behind.length === 0) return { for: "new-call" };
  if (behind.length === 1 && (first === "finished" || first === "error")) return { for: "end", end: first, session };
  if (behind.length !== 2 || first === "" || document === "") return { for: "nothing" };
  const [revision, turn, site] = [first, query.get("t"), query.get("p")].map(wholeNumber);
  return { for: "next-document", place: { revision, document, session, turn, site } };
}

/** As it came when it cannot be decoded: it names nothing then. */
function decoded(part: string): string {
  try {
    return part.includes("%") ? decodeURIComponent(part) : part;
  } catch {
    return part;
  }
}

function wholeNumber(text: string | null): number | undefined {
  return text !== null && /^\d{1,9}$/.test(text) ? Number(text) : undefined;
}
