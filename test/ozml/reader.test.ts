import { type OzmlElement, readOzml } from "@ozflow/compiler";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

/** The tree without places: name, attributes, text and children. */
function shape(element: OzmlElement | undefined): unknown {
  if (element === undefined) return undefined;
  const attributes = Object.fromEntries(element.attributes.map((one) => [one.name, one.value]));
  return [element.name, attributes, element.text.trim(), ...element.children.map(shape)];
}
const read = (source: string) => {
  const { root, warnings } = readOzml(source);
  return { tree: shape(root), warnings: warnings.map((one) => `${one.line}:${one.column} ${one.message}`) };
};

describe("a document as it should be", () => {
  it("is read with its places and without a warning", () => {
    const { root, warnings } = readOzml(
      '<?xml version="1.0"?>\n<Response>\n  <Speak Language="en-us">Hi &amp; bye</Speak>\n</Response>',
    );
    expect(warnings).toEqual([]);
    const speak = root?.children[0];
    expect(speak?.text).toBe("Hi & bye");
    expect(speak?.position).toEqual({ line: 3, column: 3 });
    expect(speak?.attributes[0]?.position).toEqual({ line: 3, column: 10 });
    expect(speak?.index).toBe(1);
  });

  it("may hold comments, CDATA, single quotes and numbered entities", () => {
    const { tree, warnings } = read(
      "<Response><!-- <Hangup/> --><Speak Text='a \"b\"'>&#65;&#x42;<![CDATA[<c>]]></Speak></Response>",
    );
    expect(tree).toEqual(["Response", {}, "", ["Speak", { Text: 'a "b"' }, "AB<c>"]]);
    expect(warnings).toEqual([]);
  });
});

describe("faults that occur in real documents", () => {
  it.each([
    [
      "an attribute without quotes",
      "<Response><Delay Time=5></Delay></Response>",
      ["Delay", { Time: "5" }, ""],
      "without quotes",
    ],
    [
      "no blank between attributes",
      `<Response><Speak Language="en"Voice="x">a</Speak></Response>`,
      ["Speak", { Language: "en", Voice: "x" }, "a"],
      "no blank",
    ],
    [
      "<X ...><X> for </X>",
      `<Response><SendDTMF Keys="1"><SendDTMF></Response>`,
      ["SendDTMF", { Keys: "1" }, ""],
      "was read as </SendDTMF>",
    ],
    [
      "<arrayid=...>",
      `<Response><arrayid="days"><item>Monday</item></array></Response>`,
      ["array", { id: "days" }, "", ["item", {}, "Monday"]],
      "no blank between",
    ],
    [
      "an & in a URL",
      "<Response><GoTo>http://h/?a=1&b=2</GoTo></Response>",
      ["GoTo", {}, "http://h/?a=1&b=2"],
      "is no entity",
    ],
    [
      "a tag that is never closed",
      "<Response><Speak>hello</Response>",
      ["Speak", {}, "hello"],
      "was closed by </Response>",
    ],
    [
      "an end without a beginning",
      "<Response></Play><Speak>a</Speak></Response>",
      ["Speak", {}, "a"],
      "closes nothing",
    ],
    [
      "an attribute twice",
      `<Response><Delay Time="1" time="2"/></Response>`,
      ["Delay", { Time: "1" }, ""],
      "stands there twice",
    ],
  ])("%s", (_name, source, child, warning) => {
    const { tree, warnings } = read(source);
    expect(tree).toEqual(["Response", {}, "", child]);
    expect(warnings).toHaveLength(1);
    expect(warnings[0]).toContain(warning);
  });

  it("blanks around the equals sign are no fault", () => {
    expect(read('<Response><Delay Time = "5"/></Response>')).toEqual({
      tree: ["Response", {}, "", ["Delay", { Time: "5" }, ""]],
      warnings: [],
    });
  });

  it("white space before the declaration and prose between commands are kept apart from commands", () => {
    const { tree, warnings } = read('\n <?xml version="1.0"?><Response>first <Hangup/> then</Response>');
    expect(tree).toEqual(["Response", {}, "first  then", ["Hangup", {}, ""]]);
    expect(warnings[0]).toContain("white space before");
  });

  it("entities of a document type are not known, so none can grow", () => {
    const bomb = `<!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><Response><Speak>&b;</Speak></Response>`;
    const { warnings } = read(bomb);
    expect(warnings.some((one) => one.includes("document type"))).toBe(true);
    expect(JSON.stringify(read(bomb).tree)).not.toContain("aaaa");
  });
});

describe("any text at all", () => {
  const sample = `<?xml version="1.0"?><Response><UserInput Timeout="5" Repeat="true"><InitialCommands><Speak>For &amp; sales</Speak></InitialCommands><Inputs><Input key="1"><BlindTransfer>2000</BlindTransfer></Input></Inputs></UserInput></Response>`;

  it("gives a tree and warnings, and never throws", () => {
    const mutation = fc.tuple(
      fc.nat(sample.length),
      fc.nat(12),
      fc.constantFrom("", "<", ">", '"', "&", "</", "=", "\0", "]]>", "<!--", "é"),
    );
    fc.assert(
      fc.property(fc.array(mutation, { minLength: 1, maxLength: 6 }), (mutations) => {
        let text = sample;
        for (const [at, length, put] of mutations) text = text.slice(0, at) + put + text.slice(at + length);
        const { root, warnings } = readOzml(text);
        const lines = text.split("\n").length;
        expect(warnings.every((one) => one.line >= 1 && one.line <= lines && one.column >= 1)).toBe(true);
        expect(countElements(root)).toBeLessThanOrEqual(text.split("<").length);
      }),
      { numRuns: Number(process.env["OZFLOW_MUTATIONS"] ?? 5000), seed: 3 },
    );
  });

  it("100,000 elements inside each other are read in a flat tree, in time that grows with the text", () => {
    const { root, warnings } = readOzml("<a>".repeat(100_000));
    expect(countElements(root)).toBe(100_000);
    expect(warnings.some((one) => one.message.includes("deeper than"))).toBe(true);
  });

  it("100,000 roots, attributes or broken tags do not make it slow", () => {
    // Of the processor, not of the clock: others may use the machine meanwhile.
    const millisecondsFor = (text: string) => {
      const before = process.cpuUsage();
      readOzml(text);
      return process.cpuUsage(before).user / 1000;
    };
    for (const piece of ["<a/>", "<a b='", "&", "<", "</a>", "<arrayidarrayidarrayid=", "\n"]) {
      const short = Math.max(5, millisecondsFor(piece.repeat(10_000)));
      // Ten times the text may take ten times as long; a hundred would be the square of it.
      expect(millisecondsFor(piece.repeat(100_000)) / short, piece).toBeLessThan(60);
    }
  });
});

function countElements(root: OzmlElement | undefined): number {
  let count = 0;
  const waiting = root === undefined ? [] : [root];
  for (let one = waiting.pop(); one !== undefined; one = waiting.pop()) {
    count += 1;
    waiting.push(...one.children);
  }
  return count;
}
