import { parseText, quotedText } from "../expressions/placeholders.ts";
import type { OzmlElement } from "../ozml/document.ts";
import { said } from "../words/said.ts";
import type { Together } from "./growing-step.ts";
import type { Around } from "./importer.ts";
import { NotHeld, Taker } from "./take.ts";
import { writeRaw } from "./write-raw.ts";

/** Commands that no step says. A step holds a million characters; the frame around them takes a few. */
export const kept: Together = {
  become: (elements) => ({ type: "raw-ozml", data: { ozml: writeRaw(elements) }, port: "next" }),
  weigh: (element) => writeRaw([element]).length + 1,
  room: 999_000,
};

/** Var after Var. A step makes up to 20 assignments. */
export function assigned(around: Around): Together {
  return {
    become: (elements) => ({
      type: "set-variable",
      data: { assignments: elements.map((one) => assignment(one, around)) },
      port: "next",
    }),
    weigh: () => 1,
    room: 20,
  };
}

function assignment(element: OzmlElement, around: Around): { readonly variable: string; readonly value: string } {
  const take = new Taker(element, around);
  const id = take.plain("ID") ?? "";
  const variable = around.own.get(id.toLowerCase());
  if (variable === undefined || around.isInside) throw new NotHeld(said`the phone system itself keeps ${`$${id}`}`);
  const value = take.toTemplate(take.exactly("Value"));
  take.finish();
  return { variable, value: expressionOf(value) };
}

function expressionOf(template: string): string {
  const { parts } = parseText(template);
  if (parts.some((part) => typeof part === "string" && part.includes("$")))
    throw new NotHeld(said`a dollar stands in it`);
  const written = parts.map((part) => (typeof part === "string" ? quotedText(part) : part.expression));
  return written.length === 0 ? '""' : written.join(" + ");
}
