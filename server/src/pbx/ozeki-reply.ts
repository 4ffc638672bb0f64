import { child, type OzmlElement, sameName } from "@ozflow/compiler";

/** Elements of a reply are looked up by name: their order differs between samples, their names between generations. */
export function textOf(element: OzmlElement, ...names: readonly string[]): string {
  for (const name of names) {
    const found = child(element, name)?.text.trim() ?? "";
    if (found !== "") return found;
  }
  return "";
}

/** The entries of the first container there is. */
export function entriesOf(
  reply: OzmlElement,
  containers: readonly string[],
  entries: readonly string[],
): readonly OzmlElement[] {
  const container = containers.map((name) => child(reply, name)).find((one) => one !== undefined);
  return container?.children.filter((one) => entries.some((name) => sameName(name, one.name))) ?? [];
}

/** 0 for what is no number. */
export function numberOf(element: OzmlElement, ...names: readonly string[]): number {
  return Number(textOf(element, ...names)) || 0;
}
