import type { Said } from "../../words/said.ts";
import type { LocalFault } from "../definition.ts";

/** Faults for fields that hold nothing but must: what nobody would experience, and that something is to be entered. */
export function missing(
  data: Readonly<Record<string, unknown>>,
  needed: Readonly<Record<string, Said>>,
): readonly LocalFault[] {
  return Object.entries(needed).flatMap(([name, sentence]): readonly LocalFault[] =>
    String(data[name] ?? "").trim() === ""
      ? [{ code: `${kebab(name)}-missing`, severity: "error", ...sentence, path: [name] }]
      : [],
  );
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
