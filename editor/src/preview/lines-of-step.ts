import type { RenderedDocument } from "../worker/protocol.ts";

/** Numbers of the lines, from 1, on which the step's elements begin. */
export function linesOfStep({ xml, steps }: Pick<RenderedDocument, "xml" | "steps">, step: string): readonly number[] {
  const lines: number[] = [];
  let tag = 0;
  xml.split("\n").forEach((line, index) => {
    // "<" stands for itself only at a tag: texts and attributes have it escaped.
    for (const _ of line.matchAll(/<[A-Za-z]/g)) {
      if (steps[tag] === step && lines.at(-1) !== index + 1) lines.push(index + 1);
      tag += 1;
    }
  });
  return lines;
}
