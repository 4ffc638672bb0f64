import type { TextPart } from "./placeholders.ts";

/**
 * Inside a loop and the like the PBX itself puts values to some names: `{item.from}` is written `$item.from` and filled
 * in on the line. What can be read as part of such a name is kept apart from it by a blank, as the vendor's examples do
 * (`$item.from .`, reference section 2); whoever reads the text aloud must put it there too.
 */
export function separatePbxNames(
  parts: readonly TextPart[],
  isPbxName: (expression: string) => boolean,
): readonly TextPart[] {
  if (parts.length < 2) return parts;
  return parts.flatMap((part, index): readonly TextPart[] => {
    const before = parts[index - 1];
    const follows = before !== undefined && typeof before !== "string" && isPbxName(before.expression);
    if (!follows || (typeof part === "string" && !/^[\w.]/.test(part))) return [part];
    return typeof part === "string" ? [` ${part}`] : [" ", part];
  });
}

/** The name as it is written in OzML. */
export function pbxVariable(name: string): string {
  return `$${name}`;
}

/** What the PBX holds under a name: a text, or fields with texts in them. */
export type PbxValues = Readonly<Record<string, string | Readonly<Record<string, string>>>>;

/** What `$name` or `$name.field` becomes on the line; as it stands where the PBX knows nothing of it. */
export function readPbxName(name: string, values: PbxValues): string {
  const [head = "", field] = name.split(".");
  const value = values[head];
  if (value === undefined) return pbxVariable(name);
  if (typeof value === "string") return field === undefined ? value : `${value}.${field}`;
  return field === undefined ? Object.values(value).join(" ") : (value[field] ?? pbxVariable(name));
}
