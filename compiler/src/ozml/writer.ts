import { create, fragment } from "xmlbuilder2";
import type { XMLBuilder } from "xmlbuilder2/lib/interfaces.js";

/** An element to be written: children or text, never both. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly content: string | readonly XmlElement[];
}

/** Characters XML cannot hold, however written; they become the replacement character, U+FFFD. */
const options = { version: "1.0", encoding: "UTF-8", invalidCharReplacement: "\ufffd" } as const;

/** A whole document, two blanks of indentation, one element a line. The only place that knows xmlbuilder2. */
export function writeDocument(root: XmlElement): string {
  const document = create(options);
  add(document, root);
  return `${document.end({ prettyPrint: true })}\n`;
}

/** Elements as they stand at some depth of a document, each on its own line and led by the line's end. */
export function writeElements(elements: readonly XmlElement[], depth: number): string {
  if (elements.length === 0) return "";
  const piece = fragment(options);
  for (const element of elements) add(piece, element);
  return `\n${piece.end({ prettyPrint: true, offset: depth })}`;
}

function add(parent: XMLBuilder, element: XmlElement): void {
  const node = parent.ele(element.name, element.attributes);
  if (typeof element.content === "string") {
    if (element.content !== "") node.txt(element.content);
  } else {
    for (const child of element.content) add(node, child);
  }
}

/** Text as it stands in an element or between double quotes: what the writer does, for values known only later. */
export function escapeXml(text: string): string {
  if (!mayNeedMore.test(text)) return text.replaceAll("&", "&amp;");
  return text.replace(
    /[&<>"\t\n\r]|[^\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu,
    (found) => escapes[found] ?? "\ufffd",
  );
}

/**
 * Most texts need no escapes, and addresses none but that of `&`. Quick to tell by what is neither `<`, `>` nor `"` and can be
 * written: characters outside the basic plane look like lone surrogates here.
 */
const mayNeedMore = /[^ !#-;=?-\ud7ff\ue000-\ufffd]/;

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#x9;",
  "\n": "&#xA;",
  "\r": "&#xD;",
};
