import { writeCallerScript } from "../line/caller-script.ts";
import { type TrialCall, usualCall } from "../proofs/trial-call.ts";
import type { TestCall } from "./test-file.ts";

/** The call that shows something, as a test makes it. What is as usual is left out. */
export function testCallOf({ entry, caller, facts, unreachable, http, callees }: TrialCall): TestCall {
  const { caller: from, dialed: to, began, seed, hours = {} } = facts;
  return {
    entry,
    caller: writeCallerScript(caller),
    ...(from === usualCall.caller ? {} : { from }),
    ...(to === usualCall.dialed ? {} : { to }),
    ...(began === usualCall.began ? {} : { began }),
    ...(seed === usualCall.seed ? {} : { seed }),
    ...(Object.keys(hours).length === 0 ? {} : { calendars: hours }),
    ...(unreachable.length === 0 ? {} : { unreachable: [...unreachable] }),
    ...(http.length === 0 ? {} : { http: [...http] }),
    ...(Object.keys(callees).length === 0
      ? {}
      : {
          callees: Object.fromEntries(
            Object.entries(callees).map(([number, script]) => [number, writeCallerScript(script)]),
          ),
        }),
  };
}
