import { row } from "../../words/lists.ts";
import { type Said, said, type Text } from "../../words/said.ts";

/** What one entry of each list of the flow file is called. */
const entries: Readonly<Record<string, Said>> = {
  languages: said`Language`,
  variables: said`Variable`,
  steps: said`Step`,
  edges: said`Line`,
  notes: said`Note`,
};

/**
 * Where a path into a flow file leads, for somebody who has the file open: "Flow, name", "Variable 2, type" (counted
 * from 1), `Layout of "hello", x`. A step is called by its label.
 */
export function placeInFile(path: readonly PropertyKey[], file: unknown): Text {
  const [list, entry, ...rest] = path.map(String);
  const name = entries[list ?? ""];
  if (list === undefined) return said`Flow`;
  if (entry === undefined) return said`Flow, ${list}`;
  if (name === undefined) return row([said`Layout of "${entry}"`, ...rest]);
  const label = list === "steps" ? labelAt(path.slice(0, 2), file) : undefined;
  return row([label ?? said`${name} ${Number(entry) + 1}`, ...rest]);
}

/** The file has not been accepted yet, so anything may stand there. */
function labelAt(path: readonly PropertyKey[], file: unknown): string | undefined {
  const label = [...path, "label"].reduce<unknown>(
    (value, key) => (value !== null && typeof value === "object" ? Reflect.get(value, key) : undefined),
    file,
  );
  return typeof label === "string" && label !== "" ? label : undefined;
}
