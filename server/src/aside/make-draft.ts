import { readFlow, type Said, writeFlow } from "@ozflow/compiler";

/** What is stored of a flow as a draft, or why it is none. */
export type DraftMade =
  | { readonly diagnostics: readonly Said[] }
  | { readonly name: string; readonly stepCount: number; readonly file: string };

/** What the editor sent is checked and written in canonical form. */
export function makeDraft(json: unknown): DraftMade {
  const read = readFlow(json);
  if ("diagnostics" in read) return { diagnostics: read.diagnostics };
  const { name, steps } = read.flow;
  return { name, stepCount: steps.length, file: writeFlow(read.flow) };
}
