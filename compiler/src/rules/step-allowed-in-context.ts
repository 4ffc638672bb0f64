import { nameOf } from "../phases/1-parse/read-flow.ts";
import type { Context } from "../steps/definition.ts";
import { type Said, said } from "../words/said.ts";
import type { Rule } from "./rule.ts";

/** What a call is to us, in each context: the end of "here ...". */
const situations: Readonly<Record<Context, Said>> = {
  extension: said`a caller is on our extension`,
  "third-party": said`two others are talking`,
  routing: said`the phone system only asks where a call goes`,
  message: said`there is no call`,
};

/** The PBX passes a command over where it cannot be used, and nobody would notice why nothing happens. */
export const stepAllowedInContext: Rule = {
  code: "step-allowed-in-context",
  check({ linked, places }) {
    return places.all.flatMap(({ step: id, context, entry }) => {
      const found = linked.steps.get(id);
      const begins = linked.steps.get(entry);
      if (found === undefined || begins === undefined || found.definition.contexts.includes(context)) return [];
      const sentence = said`"${nameOf(found.step)}" does nothing behind "${nameOf(begins.step)}": ${situations[context]} there. Remove it from that way.`;
      return [{ code: "step-allowed-in-context", severity: "error" as const, ...sentence, step: id }];
    });
  },
};
