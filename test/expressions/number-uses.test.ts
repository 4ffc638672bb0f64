import { expect, it } from "vitest";
import { useOfNumber } from "../../compiler/src/expressions/number-uses.ts";

it.each([
  ["tries < 3.0", { comparedWith: [3] }],
  ["2 <= tries && tries != 7", { comparedWith: [2, 7] }],
  ["!(tries > -1)", { comparedWith: [-1] }],
  ["other > 5", { comparedWith: [] }],
  ["tries + 1", { plus: 1 }],
  ["0.5 + tries", { plus: 0.5 }],
  ["tries + 1 > 3", "other"],
  ["tries", "other"],
  ["tries > limit", "other"],
  ["string(tries) == '3'", "other"],
  ["tries - 1", "other"],
  ["this is no expression of tries", { comparedWith: [] }],
] as const)("%s", (source, expected) => {
  expect(useOfNumber(source, "tries")).toEqual(expected);
});
