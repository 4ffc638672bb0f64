import { flow, type TellingFlow } from "./telling-flow.ts";

/** Of one seed each throw falls its own way, so that every side is met. */
const throws = Array.from({ length: 10 }, (_, index) => {
  const sides = ["a", "b", "c"];
  return {
    split: [`throw${index}`, "random-split", { ways: sides.map((name) => ({ name, weight: 10 })) }] as const,
    sides: sides.map((side) => [`${side}${index}`, "say", { say: `${index} ${side}` }] as const),
    lines: sides.flatMap((side) => [
      `throw${index} ${side} ${side}${index}`,
      ...(index < 9 ? [`${side}${index} next throw${index + 1}`] : []),
    ]),
  };
});

/** Which way a call goes, and what is said on it. */
export const aboutDecisions: readonly TellingFlow[] = [
  {
    flow: flow(
      "what cannot be worked out stops no call, and what XML would misread is said as it is",
      [
        ["entry", "incoming-call", {}],
        ["three", "set-variable", { assignments: [{ variable: "count", value: "3" }] }],
        ["try", "set-variable", { assignments: [{ variable: "count", value: "double(name)" }] }],
        ["way", "condition", { cases: [{ name: "yes", when: "double(name) > 5" }] }],
        ["wrong", "say", { say: "This is never said" }],
        ["odd", "set-variable", { assignments: [{ variable: "name", value: '"a < b & c > d"' }] }],
        ["read", "say", { say: "{count} and {name}" }],
      ],
      ["entry next three", "three next try", "try next way", "way yes wrong", "way otherwise odd", "odd next read"],
    ),
    caller: [],
  },
  {
    flow: flow(
      "ten throws of a die with three sides",
      [["entry", "incoming-call", {}], ...throws.flatMap(({ split, sides }) => [split, ...sides])],
      ["entry next throw0", ...throws.flatMap(({ lines }) => lines)],
    ),
    caller: [],
  },
  {
    flow: flow(
      "the first case that holds is taken, and a holiday is not a day like others",
      [
        ["entry", "incoming-call", {}],
        [
          "way",
          "condition",
          {
            cases: [
              { name: "first", when: 'name == "nobody"' },
              { name: "second", when: "count == 0" },
            ],
          },
        ],
        ["wrong", "say", { say: "The second is never taken" }],
        ["days", "business-hours", { calendar: "holiday" }],
        ["open", "say", { say: "We are open" }],
        ["holiday", "say", { say: "Today is a holiday" }],
      ],
      ["entry next way", "way first days", "way second wrong", "days open open", "days holiday holiday"],
    ),
    caller: [],
  },
  {
    flow: flow(
      "braces that are said, and blanks that are not",
      [
        ["entry", "incoming-call", {}],
        ["read", "say", { say: "  {{name}} is  {name} " }],
        ["send", "send-sms", { recipient: " 102 ", text: "  To {name} ", sender: "", report: false }],
      ],
      ["entry next read", "read next send"],
    ),
    caller: [],
  },
];
