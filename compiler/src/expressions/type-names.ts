import { type Said, said } from "../words/said.ts";
import type { ValueType } from "./expressions.ts";

/** How the types of values are called in sentences. */
export const typeNames: Readonly<Record<ValueType, Said>> = {
  text: said`a text`,
  number: said`a number`,
  truth: said`true or false`,
};

/** What to do about an expression of one type where the other is needed: "write double(pin)". */
export function howToTurn(expression: string, from: ValueType, into: ValueType): Said {
  switch (into) {
    case "text":
      return said`write string(${expression})`;
    case "number":
      return from === "text" ? said`write double(${expression})` : said`write ${expression} ? 1 : 0`;
    case "truth":
      return said`compare it with something, by == or > or the like`;
  }
}
