import type { LocalFault } from "../definition.ts";

/** Faults for fields that hold nothing but must: what nobody would experience, and that something is to be entered. */
export function missing(
  data: Readonly<Record<string, unknown>>,
  needed: Readonly<Record<string, string>>,
): readonly LocalFault[] {
  return Object.entries(needed).flatMap(([name, message]): readonly LocalFault[] =>
    String(data[name] ?? "").trim() === ""
      ? [{ code: `${kebab(name)}-missing`, severity: "error", message, path: [name] }]
      : [],
  );
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
