import { ownStep, type Tag } from "@ozflow/compiler";
import type { FieldAddress } from "../model/view-store.ts";
import type { RenderedDocument } from "../worker/protocol.ts";

type Mapped = Pick<RenderedDocument, "xml" | "tags">;

/** Attributes are quoted and hold no "<", so "<" before a letter or a slash begins a tag and nothing else. */
const anyTag = /<(\/?)[A-Za-z][^\s/>]*((?:\s+[^\s=]+="[^"]*")*)\s*(\/?)>/g;
const anyAttribute = /([^\s=]+)="[^"]*"/g;

/** Numbers of the lines, from 1, on which the step's elements begin. */
export function linesOfStep({ xml, tags }: Mapped, step: string): readonly number[] {
  return [...new Set(linesOfStartTags(xml).filter((_, index) => ownStep(tags[index]?.step ?? "") === step))];
}

/** The line of each start tag, from 1. */
export function linesOfStartTags(xml: string): readonly number[] {
  const lines: number[] = [];
  let line = 1;
  let counted = 0;
  for (const { 1: closes, index: at } of xml.matchAll(anyTag)) {
    line += newLinesIn(xml, counted, at);
    counted = at;
    if (closes !== "/") lines.push(line);
  }
  return lines;
}

function newLinesIn(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", from); at >= 0 && at < to; at = text.indexOf("\n", at + 1)) count += 1;
  return count;
}

/**
 * What made the character at this place of the document: the step, and the field behind an attribute or a text. An
 * element's name stands for the step alone. Undefined where the document itself stands, not a step.
 */
export function sourceAt({ xml, tags }: Mapped, offset: number): FieldAddress | undefined {
  const open: (Tag | undefined)[] = [];
  let index = 0;
  for (const match of xml.matchAll(anyTag)) {
    const [whole, closes, attributes = "", isEmpty] = match;
    if (match.index > offset) break;
    const isInside = offset < match.index + whole.length;
    if (closes === "/") {
      const closed = open.pop();
      if (isInside) return address(closed, undefined);
      continue;
    }
    const tag = tags[index];
    index += 1;
    if (isInside) {
      const begin = match.index + whole.indexOf(attributes, 1);
      return address(tag, attributes === "" ? undefined : attributeAt(attributes, offset - begin));
    }
    if (isEmpty !== "/") open.push(tag);
  }
  return address(open.at(-1), "");
}

function attributeAt(attributes: string, offset: number): string | undefined {
  for (const { 0: whole, 1: name, index } of attributes.matchAll(anyAttribute)) {
    if (offset >= index && offset < index + whole.length) return name;
  }
  return undefined;
}

function address(tag: Tag | undefined, name: string | undefined): FieldAddress | undefined {
  if (tag === undefined || tag.step === "") return undefined;
  const step = ownStep(tag.step);
  // A field of a step in a flow that is called is no field of the step that calls it.
  const path = name === undefined || step !== tag.step ? undefined : tag.fields?.[name];
  return { step, path: path ?? [] };
}
