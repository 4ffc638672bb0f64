import { type Said, said } from "../words/said.ts";
import type { OzmlAttribute, OzmlElement, OzmlRead, Position, ReadWarning } from "./document.ts";
import { sameName } from "./document.ts";
import { findCommand, findParameter } from "./vocabulary.ts";

/** Elements inside each other: deeper ones are read as if they stood at this depth. No script is nested like that. */
const maxDepth = 200;

interface OpenElement {
  name: string;
  attributes: OzmlAttribute[];
  children: OzmlElement[];
  text: string;
  position: Position;
  index: number;
}

/**
 * Reads OzML as it occurs in the wild, not only as XML should be. Total: every text gives a tree and a warning for each
 * place that had to be guessed; it never throws, and its work is linear in the length of the text. Only the five
 * entities of XML and numbered ones are known, so no entity can grow.
 */
export function readOzml(source: string): OzmlRead {
  return new Reader(source).read();
}

const nameCharacter = /[\p{L}\p{N}_:.-]/u;
const nameHere = /[A-Za-z0-9_:.-]*[\p{L}\p{N}_:.-]*/uy;
const blanksHere = /\s*/y;

class Reader {
  private readonly source: string;
  private at = 0;
  private line = 1;
  private lineStart = 0;
  private tags = 0;
  private root: OpenElement | undefined;
  private nextNewline: number;
  private readonly open: OpenElement[] = [];
  private readonly warnings: ReadWarning[] = [];
  private readonly beside: string[] = [];

  constructor(source: string) {
    this.source = source;
    this.nextNewline = source.indexOf("\n");
  }

  read(): OzmlRead {
    if (/^\s+<\?xml/.test(this.source)) this.warn(said`white space before the XML declaration was skipped`);
    while (this.at < this.source.length) {
      if (this.source.charAt(this.at) === "<") this.markup();
      else this.text();
    }
    while (this.open.length > 0) {
      this.warn(said`<${this.open.at(-1)?.name ?? ""}> is never closed`);
      this.close();
    }
    const { root, beside, warnings } = this;
    return { ...(root === undefined ? {} : { root }), beside, warnings };
  }

  private markup(): void {
    const rest = this.source.slice(this.at, this.at + 9);
    if (rest.startsWith("<!--")) {
      this.comment();
    } else if (rest.startsWith("<![CDATA[")) {
      this.cdata();
    } else if (rest.startsWith("<?")) {
      this.skipTo("?>", said`a declaration`);
    } else if (rest.startsWith("<!")) {
      this.warn(said`a document type was skipped: its entities are not known here`);
      this.skipTo(">", said`a document type`);
    } else if (rest.startsWith("</")) {
      this.endTag();
    } else if (nameCharacter.test(this.source.charAt(this.at + 1))) {
      this.startTag();
    } else {
      this.warn(said`a "<" that begins no tag was read as text`);
      this.addText("<");
      this.forward(1);
    }
  }

  private startTag(): void {
    const position = this.here();
    this.forward(1);
    let name = this.takeName();
    const attributes: OzmlAttribute[] = [];
    if (this.source.charAt(this.at) === "=") {
      const split = splitGluedName(name);
      if (split !== undefined) {
        this.warn(said`no blank between "${split.element}" and "${split.attribute}"`);
        name = split.element;
        attributes.push({ name: split.attribute, value: this.attributeValue(), position });
      }
    }
    const selfClosing = this.attributes(attributes);
    const parent = this.open.at(-1);
    if (parent !== undefined && attributes.length === 0 && !selfClosing && closesByMistake(parent, name)) {
      this.warn(said`<${name}> was read as </${name}>`, position);
      this.close();
      return;
    }
    const element: OpenElement = { name, attributes, children: [], text: "", position, index: this.tags };
    this.tags += 1;
    if (this.open.length >= maxDepth) {
      this.warn(
        said`<${name}> lies deeper than ${maxDepth} elements and was read as if it stood beside the last one`,
        position,
      );
      this.close();
    }
    this.open.push(element);
    if (selfClosing) this.close();
  }

  /** Reads up to the end of the tag; true when it closes itself. */
  private attributes(attributes: OzmlAttribute[]): boolean {
    for (;;) {
      const blanks = this.skipBlanks();
      const character = this.source.charAt(this.at);
      if (character === "") {
        this.warn(said`the document ends inside a tag`);
        return false;
      }
      if (character === ">") {
        this.forward(1);
        return false;
      }
      if (character === "/" && this.source.charAt(this.at + 1) === ">") {
        this.forward(2);
        return true;
      }
      if (character === "<") {
        this.warn(said`a tag without its ">" was closed here`);
        return false;
      }
      const position = this.here();
      const name = this.takeName();
      if (name === "") {
        this.warn(said`"${character}" inside a tag was skipped`);
        this.forward(1);
        continue;
      }
      if (blanks === 0 && attributes.length > 0) this.warn(said`no blank before the attribute "${name}"`, position);
      this.skipBlanks();
      const value = this.source.charAt(this.at) === "=" ? this.attributeValue() : "";
      if (attributes.some((one) => sameName(one.name, name))) {
        this.warn(said`the attribute "${name}" stands there twice; the first one counts`, position);
      } else {
        attributes.push({ name, value, position });
      }
    }
  }

  /** At the `=`. */
  private attributeValue(): string {
    this.forward(1);
    this.skipBlanks();
    const quote = this.source.charAt(this.at);
    if (quote === '"' || quote === "'") {
      const end = this.source.indexOf(quote, this.at + 1);
      const raw = this.source.slice(this.at + 1, end < 0 ? undefined : end);
      if (end < 0) this.warn(said`an attribute's value is never closed`);
      const value = this.decode(raw);
      this.forward(raw.length + (end < 0 ? 1 : 2));
      return value;
    }
    const raw = /^[^\s<>]*/.exec(this.source.slice(this.at, this.at + 4096))?.[0].replace(/\/$/, "") ?? "";
    this.warn(said`the value ${raw} stands without quotes`);
    const value = this.decode(raw);
    this.forward(raw.length);
    return value;
  }

  private endTag(): void {
    const position = this.here();
    this.forward(2);
    const name = this.takeName();
    const end = this.source.indexOf(">", this.at);
    this.forward((end < 0 ? this.source.length : end + 1) - this.at);
    let depth = this.open.length - 1;
    while (depth >= 0 && !sameName(this.open[depth]?.name ?? "", name)) depth -= 1;
    if (depth < 0) {
      this.warn(said`</${name}> closes nothing and was skipped`, position);
      return;
    }
    while (this.open.length - 1 > depth) {
      this.warn(said`<${this.open.at(-1)?.name ?? ""}> was closed by </${name}>`, position);
      this.close();
    }
    this.close();
  }

  private close(): void {
    const element = this.open.pop();
    if (element === undefined) return;
    const parent = this.open.at(-1);
    if (parent !== undefined) parent.children.push(element);
    else if (this.root === undefined) this.root = element;
    else {
      this.warn(
        said`<${element.name}> stands behind the end of the document and was read as part of it`,
        element.position,
      );
      this.root.children.push(element);
    }
  }

  private text(): void {
    const end = this.source.indexOf("<", this.at);
    const raw = this.source.slice(this.at, end < 0 ? undefined : end);
    if (this.open.length === 0) {
      if (this.addBeside(raw)) this.warn(said`the text outside of the document is no part of it: "${quoted(raw)}"`);
    } else {
      this.addText(this.decode(raw));
    }
    this.forward(raw.length);
  }

  private comment(): void {
    const end = this.source.indexOf("-->", this.at + 4);
    this.addBeside(this.source.slice(this.at + 4, end < 0 ? undefined : end));
    this.skipTo("-->", said`a comment`);
  }

  private cdata(): void {
    const end = this.source.indexOf("]]>", this.at);
    this.addText(this.source.slice(this.at + 9, end < 0 ? undefined : end));
    this.skipTo("]]>", said`a CDATA section`);
  }

  /** True: there were words in it. */
  private addBeside(raw: string): boolean {
    const words = raw.replace(/^\ufeff/, "").trim();
    if (words !== "") this.beside.push(words);
    return words !== "";
  }

  private addText(text: string): void {
    const element = this.open.at(-1);
    if (element !== undefined) element.text += text;
  }

  private decode(raw: string): string {
    if (!raw.includes("&")) return raw;
    return raw.replace(/&(#x[0-9a-f]{1,6}|#[0-9]{1,7}|[a-z]+);|&/giu, (found: string, name: string | undefined) => {
      const character = name === undefined ? undefined : entity(name);
      if (character === undefined) this.warn(said`"${found}" is no entity and was read as it stands`);
      return character ?? found;
    });
  }

  private takeName(): string {
    const name = this.match(nameHere);
    this.at += name.length;
    return name;
  }

  private skipBlanks(): number {
    const count = this.match(blanksHere).length;
    this.forward(count);
    return count;
  }

  /** What a sticky pattern finds at the current place; it must be able to match nothing. */
  private match(pattern: RegExp): string {
    pattern.lastIndex = this.at;
    return pattern.exec(this.source)?.[0] ?? "";
  }

  private skipTo(end: string, what: Said): void {
    const at = this.source.indexOf(end, this.at);
    if (at < 0) this.warn(said`${what} is never closed`);
    this.forward((at < 0 ? this.source.length : at + end.length) - this.at);
  }

  private forward(count: number): void {
    const end = this.at + count;
    while (this.nextNewline >= 0 && this.nextNewline < end) {
      this.line += 1;
      this.lineStart = this.nextNewline + 1;
      this.nextNewline = this.source.indexOf("\n", this.lineStart);
    }
    this.at = end;
  }

  private here(): Position {
    return { line: this.line, column: this.at - this.lineStart + 1 };
  }

  private warn(what: Said, position: Position = this.here()): void {
    this.warnings.push({ ...what, ...position });
  }
}

/** As much of a text as a warning has room for. */
function quoted(text: string): string {
  const words = text.replace(/\s+/gu, " ").trim();
  return words.length > 60 ? `${words.slice(0, 59)}…` : words;
}

const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

function entity(name: string): string | undefined {
  if (!name.startsWith("#"))
    return Object.hasOwn(entities, name.toLowerCase()) ? entities[name.toLowerCase()] : undefined;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
}

/** `<arrayid="days">`: one of our commands and one of its parameters with the blank between them lost. */
function splitGluedName(name: string): { element: string; attribute: string } | undefined {
  if (name.length > 64) return undefined;
  for (let length = name.length - 1; length > 0; length -= 1) {
    const command = findCommand(name.slice(0, length));
    const attribute = name.slice(length);
    if (command !== undefined && findParameter(command, attribute) !== undefined) {
      return { element: name.slice(0, length), attribute };
    }
  }
  return undefined;
}

/** `<SendDTMF ...><SendDTMF>`: a command that holds no other one cannot be opened again inside itself. */
function closesByMistake(parent: OpenElement, name: string): boolean {
  const command = findCommand(name);
  return command !== undefined && command.children === undefined && sameName(parent.name, name);
}
