import type { Value } from "../flow/flow.ts";

/** A text given from outside, as the type of the variable it is for; undefined when it is none. */
export function fromText(text: string, type: "text" | "number" | "truth"): Value | undefined {
  if (type === "text") return text;
  if (type === "truth") return /^(true|1|yes)$/i.test(text) ? true : /^(false|0|no)$/i.test(text) ? false : undefined;
  const number = Number(text);
  return text.trim() === "" || !Number.isFinite(number) ? undefined : number;
}
