import type { ValueType } from "./expressions.ts";

/** How the types of values are called in sentences. */
export const typeNames: Readonly<Record<ValueType, string>> = {
  text: "a text",
  number: "a number",
  truth: "true or false",
};

/** What to do about an expression of one type where the other is needed: "write double(pin)". */
export function howToTurn(expression: string, from: ValueType, into: ValueType): string {
  switch (into) {
    case "text":
      return `write string(${expression})`;
    case "number":
      return from === "text" ? `write double(${expression})` : `write ${expression} ? 1 : 0`;
    case "truth":
      return "compare it with something, by == or > or the like";
  }
}
