import { type CallerAction, parseCallerScript, writeCallerScript } from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

describe("a caller script says what a caller does at each question", () => {
  it.each<readonly [string, readonly CallerAction[]]>([
    ["", []],
    [" , ,", []],
    ["1", [{ does: "press", keys: "1" }]],
    [
      "1234#,*0",
      [
        { does: "press", keys: "1234#" },
        { does: "press", keys: "*0" },
      ],
    ],
    ["1@0.5", [{ does: "press", keys: "1", atSeconds: 0.5 }]],
    ["12@0", [{ does: "press", keys: "12", atSeconds: 0 }]],
    ["timeout, Nothing", [{ does: "nothing" }, { does: "nothing" }]],
    ["talk", [{ does: "talk", seconds: 5 }]],
    ["talk 12", [{ does: "talk", seconds: 12 }]],
    ["talk 2.5#", [{ does: "talk", seconds: 2.5, thenPress: "#" }]],
    ["talk#", [{ does: "talk", seconds: 5, thenPress: "#" }]],
    ["talk 5 1", [{ does: "talk", seconds: 5, thenPress: "1" }]],
    ["hangup, hang-up, HANGUP", [{ does: "hang-up" }, { does: "hang-up" }, { does: "hang-up" }]],
    ["hangup@20", [{ does: "hang-up", atSeconds: 20 }]],
  ])('"%s"', (source, script) => {
    expect(parseCallerScript(source)).toEqual({ script });
  });

  it.each([
    "dance",
    "1x",
    "1@",
    "1@-1",
    "1@1e3",
    "@1",
    "talk 5##",
    "talk five",
    "timeout@3",
    "hangup now",
    "1 2",
    "１",
  ])('refuses "%s" and says what can be written', (word) => {
    const parsed = parseCallerScript(`1, ${word} ,2`);
    expect(parsed).toHaveProperty("fault.message", expect.stringContaining(`A caller cannot do "${word}"`));
    expect(parsed).toHaveProperty("fault.message", expect.stringContaining('Write keys ("1234")'));
  });
});

const seconds = fc.integer({ min: 0, max: 36_000 }).map((tenths) => tenths / 10);
const at = fc.option(
  seconds.map((atSeconds) => ({ atSeconds })),
  { nil: {} },
);
const action: fc.Arbitrary<CallerAction> = fc.oneof(
  fc.tuple(fc.stringMatching(/^[0-9*#]{1,12}$/), at).map(([keys, when]) => ({ does: "press" as const, keys, ...when })),
  fc.constant({ does: "nothing" as const }),
  fc
    .tuple(seconds, fc.constantFrom({}, { thenPress: "#" }, { thenPress: "*" }))
    .map(([talking, key]) => ({ does: "talk" as const, seconds: talking, ...key })),
  at.map((when) => ({ does: "hang-up" as const, ...when })),
);

describe("writing a script", () => {
  it("gives what reading it would give back", () => {
    fc.assert(
      fc.property(fc.array(action), (script) => {
        expect(parseCallerScript(writeCallerScript(script))).toEqual({ script });
      }),
    );
  });

  it("uses the shortest words", () => {
    const parsed = parseCallerScript(" 1 , nothing , HANG-UP@2 , talk 3 # ");
    expect("script" in parsed && writeCallerScript(parsed.script)).toBe("1,timeout,hangup@2,talk 3 #");
  });

  it("reading never throws, whatever it is given", () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(..."0123*#@. ,talkhngup-") })), (source) => {
        const parsed = parseCallerScript(source);
        if ("fault" in parsed) expect(parsed.fault.message).toContain("A caller cannot do");
        else expect(parseCallerScript(writeCallerScript(parsed.script))).toHaveProperty("script");
      }),
    );
  });
});
