import type { Diagnostic } from "../flow/diagnostic.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import { assignmentsTyped } from "./assignments-typed.ts";
import { entryRequired } from "./entry-required.ts";
import { fieldsValid } from "./fields-valid.ts";
import { insideRunsAlone } from "./inside-runs-alone.ts";
import { noEndlessCalls } from "./no-endless-calls.ts";
import { noLoopWithoutInput } from "./no-loop-without-input.ts";
import { portsConnected } from "./ports-connected.ts";
import { rejectComesFirst } from "./reject-comes-first.ts";
import { reportsHaveAnEntry } from "./reports-have-an-entry.ts";
import { requestComesFirst } from "./request-comes-first.ts";
import type { Rule } from "./rule.ts";
import { stepAllowedInContext } from "./step-allowed-in-context.ts";
import { stepReachable } from "./step-reachable.ts";

/** Every rule, in the order its findings are shown. */
export const rules: readonly Rule[] = [
  entryRequired,
  fieldsValid,
  assignmentsTyped,
  stepAllowedInContext,
  insideRunsAlone,
  rejectComesFirst,
  requestComesFirst,
  noLoopWithoutInput,
  noEndlessCalls,
  portsConnected,
  reportsHaveAnEntry,
  stepReachable,
];

export function checkRules(analysis: Analysis): readonly Diagnostic[] {
  return rules.flatMap((rule) => rule.check(analysis));
}
