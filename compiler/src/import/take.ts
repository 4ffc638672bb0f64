import { tidySpokenText } from "../expressions/placeholders.ts";
import type { OzmlElement } from "../ozml/document.ts";
import { findCommand, findParameter } from "../ozml/vocabulary.ts";
import { type Said, said } from "../words/said.ts";
import type { OwnVariables } from "./own-variables.ts";

/** A command cannot become the step it is tried as; it is kept as it is. `why`: half a sentence. */
export class NotHeld extends Error {
  override readonly name = "NotHeld";
  readonly why: Said;

  constructor(why: Said) {
    super(why.message);
    this.why = why;
  }
}

/** What a `$name` in a text stands for; names in lower case. */
export interface KnownNames {
  /** The PBX itself puts values to these. */
  readonly pbxNames: ReadonlySet<string>;
  /** Variables of the flow. */
  readonly own: OwnVariables;
}

/**
 * Takes a command apart, parameter by parameter. What a step would not hold exactly throws {@link NotHeld}: an attribute
 * nobody took, a $variable of the PBX.
 */
export class Taker {
  private readonly element: OzmlElement;
  private readonly names: KnownNames;
  private readonly left: Map<string, { readonly name: string; readonly value: string }>;
  private textTaken = false;
  private childrenTaken = false;

  constructor(element: OzmlElement, names: KnownNames) {
    this.element = element;
    this.names = names;
    const command = findCommand(element.name);
    this.left = new Map();
    for (const { name, value } of element.attributes) {
      const known = command === undefined ? undefined : findParameter(command, name)?.name;
      const key = (known ?? name).toLowerCase();
      if (this.left.has(key)) throw new NotHeld(said`its attribute ${name} stands there twice`);
      this.left.set(key, { name, value });
    }
  }

  /** The value as it stands; undefined when it is absent or empty. */
  plain(name: string): string | undefined {
    const value = this.left.get(name.toLowerCase())?.value;
    this.left.delete(name.toLowerCase());
    return value === undefined || value === "" ? undefined : value;
  }

  /** The value as a text of the flow: with its braces doubled and the PBX's own names as placeholders. */
  text(name: string): string | undefined {
    const value = this.plain(name);
    return value === undefined ? undefined : withWhiteSpace(this.toTemplate(value));
  }

  /** The same, its white space kept. */
  exactly(parameter: string): string {
    const given = this.plain(parameter);
    const isEmpty = this.element.text.trim() === "";
    if (given !== undefined && !isEmpty) throw new NotHeld(said`${parameter} is given as an attribute and as text`);
    this.textTaken = true;
    return isEmpty && given !== undefined ? given : this.element.text;
  }

  /** The text of the element, or the parameter that says the same. White space in it means nothing. */
  content(parameter: string): string {
    const given = this.plain(parameter);
    const inside = this.element.text.trim();
    if (given !== undefined && inside !== "")
      throw new NotHeld(said`${parameter} is given as an attribute and as text`);
    this.textTaken = true;
    return this.toTemplate(tidySpokenText(given ?? inside));
  }

  /** An address: the parameter or the text, as it is written. */
  address(parameter: string): string {
    const given = this.plain(parameter);
    const inside = this.element.text.trim();
    if (given !== undefined && inside !== "")
      throw new NotHeld(said`${parameter} is given as an attribute and as text`);
    this.textTaken = true;
    return (given ?? inside).trim();
  }

  whole(name: string): number | undefined {
    const value = this.plain(name);
    if (value === undefined) return undefined;
    if (!/^[0-9]{1,9}$/.test(value)) throw new NotHeld(said`${name}="${value}" is no whole number`);
    return Number(value);
  }

  truth(name: string): boolean | undefined {
    const value = this.plain(name);
    if (value === undefined) return undefined;
    if (value !== "true" && value !== "false") throw new NotHeld(said`${name}="${value}" is neither true nor false`);
    return value === "true";
  }

  children(): readonly OzmlElement[] {
    this.childrenTaken = true;
    return this.element.children;
  }

  /** To be asked last: nothing may be left over. Text between children is nobody's here; it becomes a note. */
  finish(): void {
    const left = [...this.left.values()].find(({ value }) => value !== "");
    if (left !== undefined) throw new NotHeld(said`no step has a place for ${left.name}="${left.value}"`);
    if (!this.childrenTaken && this.element.children.length > 0) throw new NotHeld(said`there are elements in it`);
    if (!this.textTaken && !this.childrenTaken && this.element.text.trim() !== "")
      throw new NotHeld(said`there is text in it`);
  }

  /** Words as a text of the flow. Throws where the PBX would put something in that the flow cannot. */
  toTemplate(value: string): string {
    return value.replace(/\$([A-Za-z_]\w*(?:\.[A-Za-z_]\w*)?)|[{}]/g, (found, name: string | undefined, at: number) => {
      if (name === undefined) return found + found;
      const [head = "", ...field] = name.split(".");
      const own = this.names.own.get(head.toLowerCase());
      if (own !== undefined && !this.names.pbxNames.has(head.toLowerCase())) return [`{${own}}`, ...field].join(".");
      // A blank would have to be put between the name and what follows it, and that is heard.
      const runsOn = /^[\w.${]/.test(value.slice(at + found.length));
      if (!this.names.pbxNames.has(name.toLowerCase()) || runsOn)
        throw new NotHeld(said`the phone system itself puts something in for ${found}`);
      return `{${name.toLowerCase()}}`;
    });
  }
}

/** A text whose white space counts, as a template, where blanks at the ends and runs of them mean nothing. */
export function withWhiteSpace(template: string): string {
  return template.replace(/^\s+|\s+$|\s{2,}|[^\S ]/gu, (run) => [...run].map(spelledOut).join(""));
}

function spelledOut(character: string): string {
  const code = character.charCodeAt(0).toString(16).padStart(4, "0");
  return character === " " ? '{" "}' : `{"\\u${code}"}`;
}
