import { attribute, type OzmlElement, readOzml } from "@ozflow/compiler";
import fc from "fast-check";
import { SaxesParser } from "saxes";
import { describe, expect, it } from "vitest";
import { escapeXml, writeDocument, writeElements, type XmlElement } from "../../compiler/src/ozml/writer.ts";

const numRuns = Number(process.env["OZFLOW_MUTATIONS"] ?? 1000);

/** Any character XML can hold, white space that readers may change left out. */
const text = fc
  .string({ unit: "binary", maxLength: 20 })
  .map((words) => words.replace(/[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, ""));
const attributes = fc.dictionary(fc.constantFrom("key", "Url", "Language", "Timeout"), text, {
  maxKeys: 3,
  noNullPrototype: true,
});
const leaf = fc.record({ name: fc.constantFrom("Speak", "Play", "Record", "GoTo"), attributes, content: text });
/** Only what may hold commands does: a Speak in a Speak is read as its end, for that is what it is in real documents. */
const { element } = fc.letrec<{ element: XmlElement }>((tie) => ({
  element: fc.oneof(
    { depthSize: "small" },
    leaf,
    fc.record({
      name: fc.constantFrom("UserInput", "Inputs", "Input"),
      attributes,
      content: fc.array(tie("element"), { minLength: 1, maxLength: 3 }),
    }),
  ),
}));

describe("what the writer writes", () => {
  it("is read as it was meant", () => {
    fc.assert(
      fc.property(element, (root) => {
        const { root: read, warnings } = readOzml(writeDocument(root));
        expect(warnings).toEqual([]);
        expect(read === undefined ? undefined : shape(read)).toEqual(meant(root));
      }),
      { numRuns, seed: 9 },
    );
  });

  it("is well-formed for the strictest reader, control characters and all", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 30 }), (words) => {
        const parser = new SaxesParser();
        parser.write(writeDocument({ name: "Speak", attributes: { Text: words }, content: words })).close();
        const later = new SaxesParser();
        later.write(`<Speak Text="${escapeXml(words)}">${escapeXml(words)}</Speak>`).close();
      }),
      { numRuns, seed: 9 },
    );
  });

  it("escapes each sign there is as a reader has it back, alone and among others", () => {
    // XML 1.0, section 2.2; whoever is not among them cannot be written.
    const isWritable = (code: number) =>
      [0x9, 0xa, 0xd].includes(code) || (code >= 0x20 && code <= 0xd7ff) || (code >= 0xe000 && code <= 0xfffd);
    for (let code = 0; code <= 0xffff; code += 1) {
      const sign = String.fromCharCode(code);
      const back = isWritable(code) ? sign : "\ufffd";
      for (const words of [sign, `a&b=${sign}`]) {
        const { root } = readOzml(`<Speak Text="${escapeXml(words)}"/>`);
        if (attribute(root as OzmlElement, "Text") !== words.replace(sign, back)) expect.fail(`U+${code.toString(16)}`);
      }
    }
    expect(escapeXml("&\u{1f600}")).toBe("&amp;\u{1f600}");
  });

  it("stands at its depth when it is written apart", () => {
    const hangup = { name: "Hangup", attributes: {}, content: "" };
    expect(writeElements([hangup, { name: "Inputs", attributes: {}, content: [hangup] }], 2)).toBe(
      "\n    <Hangup/>\n    <Inputs>\n      <Hangup/>\n    </Inputs>",
    );
    expect(writeElements([], 2)).toBe("");
  });
});

/** Text around children is indentation and means nothing. */
function shape(element: OzmlElement): unknown {
  const attributes = Object.fromEntries(element.attributes.map((one) => [one.name, one.value]));
  const inside = element.children.length > 0 ? element.children.map(shape) : element.text;
  return [element.name, attributes, inside];
}

function meant({ name, attributes, content }: XmlElement): unknown {
  return [name, attributes, typeof content === "string" ? content : content.map(meant)];
}
