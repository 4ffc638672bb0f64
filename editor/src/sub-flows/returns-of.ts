import { findStepDefinition, type SubFlow } from "@ozflow/compiler";

/** Names by which a flow returns to whoever called it, the usual way left out. */
export function returnsOf({ steps }: SubFlow): readonly string[] {
  const names = steps.flatMap(({ type, data }) => {
    const definition = findStepDefinition(type);
    const parsed = definition?.returns === undefined ? undefined : definition.schema.safeParse(data);
    const name = parsed?.success === true ? definition?.returns?.(parsed.data) : undefined;
    return name === undefined || name === "" ? [] : [name];
  });
  return [...new Set(names)].sort();
}
