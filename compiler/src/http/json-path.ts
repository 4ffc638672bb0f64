/** Where a value lies in an answer: `customer.name`, `orders[0].id`, `["odd key"].x`; "" for the answer itself. */
export type JsonPath = readonly (string | number)[];

const step = /\.?([A-Za-z_$][\w$-]*)|\[(\d{1,6})\]|\["([^"]*)"\]/y;

/** Undefined when it cannot be read as a path. */
export function parseJsonPath(source: string): JsonPath | undefined {
  const path: (string | number)[] = [];
  const text = source.trim();
  for (step.lastIndex = 0; step.lastIndex < text.length; ) {
    const isFirst = step.lastIndex === 0;
    const found = step.exec(text);
    if (found === null || (isFirst && found[0].startsWith("."))) return undefined;
    const [whole, name, index, quoted] = found;
    if (name !== undefined && !isFirst && !whole.startsWith(".")) return undefined;
    path.push(index === undefined ? (name ?? quoted ?? "") : Number(index));
  }
  return path;
}

/** Undefined where nothing lies. Inherited properties are nothing. */
export function valueAtPath(json: unknown, path: JsonPath): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      at !== null && typeof at === "object" && Object.hasOwn(at, key)
        ? (at as Readonly<Record<string, unknown>>)[key]
        : undefined,
    json,
  );
}
