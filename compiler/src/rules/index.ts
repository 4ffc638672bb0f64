import type { Diagnostic } from "../flow/diagnostic.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import { addressesWellFormed } from "./addresses-well-formed.ts";
import { apologyTranslated } from "./apology-translated.ts";
import { assignmentsTyped } from "./assignments-typed.ts";
import { conditionsCanHold } from "./conditions-can-hold.ts";
import { entryRequired } from "./entry-required.ts";
import { fieldsValid } from "./fields-valid.ts";
import { insideRunsAlone } from "./inside-runs-alone.ts";
import { languagesSet } from "./languages-set.ts";
import { noEndlessCalls } from "./no-endless-calls.ts";
import { noLoopWithoutInput } from "./no-loop-without-input.ts";
import { ownOzmlStaysInPlace } from "./own-ozml-stays-in-place.ts";
import { portsConnected } from "./ports-connected.ts";
import { privateDataKept } from "./private-data-kept.ts";
import { promptsTranslated } from "./prompts-translated.ts";
import { questionsBearable } from "./questions-bearable.ts";
import { rejectComesFirst } from "./reject-comes-first.ts";
import { reportsHaveAnEntry } from "./reports-have-an-entry.ts";
import { requestComesFirst } from "./request-comes-first.ts";
import { retriesGiven } from "./retries-given.ts";
import type { Rule } from "./rule.ts";
import { stepAllowedInContext } from "./step-allowed-in-context.ts";
import { stepReachable } from "./step-reachable.ts";
import { textsHaveValues } from "./texts-have-values.ts";
import { variablesUsed } from "./variables-used.ts";

/** Every rule, in the order its findings are shown. */
export const rules: readonly Rule[] = [
  entryRequired,
  fieldsValid,
  assignmentsTyped,
  stepAllowedInContext,
  insideRunsAlone,
  ownOzmlStaysInPlace,
  rejectComesFirst,
  requestComesFirst,
  noLoopWithoutInput,
  noEndlessCalls,
  portsConnected,
  reportsHaveAnEntry,
  stepReachable,
  conditionsCanHold,
  addressesWellFormed,
  textsHaveValues,
  privateDataKept,
  retriesGiven,
  questionsBearable,
  languagesSet,
  promptsTranslated,
  apologyTranslated,
  variablesUsed,
];

export function checkRules(analysis: Analysis): readonly Diagnostic[] {
  return rules.flatMap((rule) => rule.check(analysis));
}
