import type { Target } from "@ozflow/compiler";
import type { PromptRow } from "./store/prompt-store.ts";

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
  const query = new URLSearchParams({
    s: session,
    t: String(turn),
    ...(site === undefined ? {} : { p: String(site) }),
  });
  return `${publicUrl}/c/${flowKey}/${revision}/${document}?${query}`;
}

/** Where the PBX tells that a call we started is over, well or badly. */
export function endAddress(publicUrl: string, flowKey: string, end: "finished" | "error", session: string): string {
  return `${publicUrl}/c/${flowKey}/${end}?${new URLSearchParams({ s: session })}`;
}

/** Where a sound of the prompt library is found. Another sound under the same name has another address. */
export function promptAddress(publicUrl: string, prompt: Pick<PromptRow, "key" | "hash" | "format">): string {
  return `${publicUrl}/audio/${prompt.key}-${prompt.hash.slice(0, 8)}.${prompt.format}`;
}
