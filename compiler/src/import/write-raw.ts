import type { OzmlElement } from "../ozml/document.ts";
import { escapeXml } from "../ozml/writer.ts";

/** Elements as text again, on one line each: what a raw OzML step keeps. Several are put into a Response. */
export function writeRaw(elements: readonly OzmlElement[]): string {
  const written = elements.map(writeElement);
  return written.length === 1 ? (written[0] ?? "") : `<Response>${written.join("\n")}</Response>`;
}

function writeElement(element: OzmlElement): string {
  const attributes = element.attributes.map(({ name, value }) => ` ${name}="${escapeXml(value)}"`).join("");
  // The white space of a Var counts.
  const text = element.text.trim() === "" ? "" : escapeXml(element.text);
  const content = element.children.length > 0 ? element.children.map(writeElement).join("") : text;
  return content === ""
    ? `<${element.name}${attributes}/>`
    : `<${element.name}${attributes}>${content}</${element.name}>`;
}
