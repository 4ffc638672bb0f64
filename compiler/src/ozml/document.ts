import type { Said } from "../words/said.ts";

/** A place in a text: line and column, both from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** An element as it was read. Names are as written; compare them with {@link sameName}. */
export interface OzmlElement {
  readonly name: string;
  readonly attributes: readonly OzmlAttribute[];
  readonly children: readonly OzmlElement[];
  /** The text directly inside, entities resolved, as padded as it was written. */
  readonly text: string;
  readonly position: Position;
  /** Which start tag of the document this is, from 0: leads to the source map. */
  readonly index: number;
}

export interface OzmlAttribute {
  readonly name: string;
  readonly value: string;
  readonly position: Position;
}

/** Something that was not quite XML, and how it was understood. */
export interface ReadWarning extends Position, Said {}

export interface OzmlRead {
  /** Absent when there is no element at all. */
  readonly root?: OzmlElement;
  /** Words that no element holds: comments, and text before or behind the document. */
  readonly beside: readonly string[];
  readonly warnings: readonly ReadWarning[];
}

/** No page states a rule and the vendor's examples mix cases, so names are compared without it (reference section 2). */
export function sameName(a: string, b: string): boolean {
  return a === b || (mayBeSame(a.charCodeAt(0), b.charCodeAt(0)) && a.toLowerCase() === b.toLowerCase());
}

/** Quick to tell of first characters, for most names differ there: the two cases of an ASCII letter differ in one bit. */
function mayBeSame(a: number, b: number): boolean {
  return a > 127 || b > 127 || (a | 32) === (b | 32);
}

export function attribute(element: OzmlElement, ...names: readonly string[]): string | undefined {
  return element.attributes.find((one) => names.some((name) => sameName(name, one.name)))?.value;
}

export function child(element: OzmlElement, name: string): OzmlElement | undefined {
  return element.children.find((one) => sameName(one.name, name));
}
