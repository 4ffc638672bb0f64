import { type Flow, readFlowFile } from "@ozflow/compiler";
import { say } from "../model/say.ts";

/** Problems shown at once; the first ones usually explain the rest. */
const maxSentences = 8;

/** A flow file of the author's disk: a flow, or sentences that say why it is none. */
export async function importFlowFile(
  file: File,
): Promise<{ readonly flow: Flow } | { readonly sentences: readonly string[] }> {
  const read = readFlowFile(await file.text());
  if ("flow" in read) return read;
  return { sentences: [...new Set(read.diagnostics.map(say))].slice(0, maxSentences) };
}
