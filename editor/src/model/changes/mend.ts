import { applyEdits, type Fix } from "@ozflow/compiler";
import type { Change } from "../change.ts";

/** What the compiler offers to mend a fault with, as one undo step. */
export function mend({ edits }: Fix): Change {
  return { name: "mend", apply: (flow) => applyEdits(flow, edits) };
}
