/** What one entry of each list of the flow file is called. */
const entries: Readonly<Record<string, string>> = {
  languages: "Language",
  variables: "Variable",
  steps: "Step",
  edges: "Line",
  notes: "Note",
};

/**
 * Where a path into a flow file leads, for somebody who has the file open: "Flow, name", "Variable 2, type" (counted
 * from 1), `Layout of "hello", x`. A step is called by its label.
 */
export function placeInFile(path: readonly PropertyKey[], file: unknown): string {
  const [list, entry, ...rest] = path.map(String);
  const name = entries[list ?? ""];
  if (list === undefined) return "Flow";
  if (entry === undefined) return `Flow, ${list}`;
  if (name === undefined) return [`Layout of "${entry}"`, ...rest].join(", ");
  const label = list === "steps" ? labelAt(path.slice(0, 2), file) : undefined;
  return [label ?? `${name} ${Number(entry) + 1}`, ...rest].join(", ");
}

/** The file has not been accepted yet, so anything may stand there. */
function labelAt(path: readonly PropertyKey[], file: unknown): string | undefined {
  const label = [...path, "label"].reduce<unknown>(
    (value, key) => (value !== null && typeof value === "object" ? Reflect.get(value, key) : undefined),
    file,
  );
  return typeof label === "string" && label !== "" ? label : undefined;
}
