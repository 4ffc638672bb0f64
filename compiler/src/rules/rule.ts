import type { Diagnostic } from "../flow/diagnostic.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";

/** What a whole flow must fulfil; named after what it demands. One file each. */
export interface Rule {
  readonly code: string;
  check(analysis: Analysis): readonly Diagnostic[];
}
