import { type Edit, type Fix, fixBy, maxPromisedSeconds } from "../../flow/index.ts";
import { said } from "../../words/said.ts";

type About = Extract<Edit, { edit: "promise" }>["about"];

/** To promise what can be kept; nothing where that is more than anybody may promise. */
export function promiseInstead(about: About, seconds: number): { readonly fix?: Fix } {
  if (seconds > maxPromisedSeconds) return {};
  return { fix: fixBy(said`Promise ${seconds} s`, [{ edit: "promise", about, seconds }]) };
}
