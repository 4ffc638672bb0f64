import type { Said } from "../words/said.ts";
import type { Fix } from "./edits.ts";

/** `error`: the flow cannot be published. `warning`: it can, after a look. */
export type Severity = "error" | "warning";

/**
 * A fault in a flow, as data. The sentence says what a caller would experience and what to do about it.
 * `path` points into the step's data (`["options", 0, "key"]`) when the fault sits in one field.
 */
export interface Diagnostic extends Said {
  readonly code: string;
  readonly severity: Severity;
  readonly step?: string;
  readonly port?: string;
  readonly path?: readonly (string | number)[];
  /** What mends it, where that is plain. */
  readonly fix?: Fix;
}
