import { type Disposition, noteIn } from "../expressions/disposition.ts";
import type { Expressions, Scope } from "../expressions/expressions.ts";
import { assignIn, holds, readIn } from "../expressions/in-call.ts";
import { escapeXml } from "../ozml/writer.ts";
import type { Part, Tag } from "./program.ts";

/** A document ready to be sent, and where each of its start tags comes from. */
export interface Rendered {
  readonly xml: string;
  readonly tags: readonly Tag[];
  /** What is to be noted because the document is served. */
  readonly told: readonly Disposition[];
}

/** Where things lie that a document names. Full addresses; they are escaped here. */
export interface Addresses {
  site(site: number, newCall: boolean, scope: Scope): string;
  /** Of a sound of the prompt library. */
  prompt(id: string): string;
}

/** Puts values and addresses into a document. */
export function render(parts: readonly Part[], scope: Scope, expressions: Expressions, addresses: Addresses): Rendered {
  const rendering = new Rendering(expressions, addresses);
  rendering.put(parts, scope);
  return { xml: rendering.xml, tags: rendering.tags, told: rendering.told };
}

class Rendering {
  xml = "";
  readonly tags: Tag[] = [];
  readonly told: Disposition[] = [];
  private readonly expressions: Expressions;
  private readonly addresses: Addresses;

  constructor(expressions: Expressions, addresses: Addresses) {
    this.expressions = expressions;
    this.addresses = addresses;
  }

  put(all: readonly Part[], within: Scope): void {
    const { expressions, addresses } = this;
    for (const part of all) {
      if ("text" in part) {
        this.xml += part.text;
        for (const tag of part.tags) this.tags.push(tag);
      } else if ("read" in part) {
        this.xml += escapeXml(readIn(part.read, within, expressions));
      } else if ("prompt" in part) {
        this.xml += escapeXml(addresses.prompt(part.prompt));
      } else if ("literal" in part) {
        this.xml += escapeXml(part.literal);
      } else if ("link" in part) {
        this.xml += escapeXml(addresses.site(part.link, part.newCall === true, within));
      } else if ("tell" in part) {
        this.told.push(noteIn(part.tell, within, expressions));
      } else if ("choose" in part) {
        const taken = part.choose.find((one) => holds(one.when, within, expressions));
        this.put(taken?.parts ?? part.otherwise, within);
      } else {
        this.put(part.parts, assignIn(within, part.let, part.be, expressions));
      }
    }
  }
}
