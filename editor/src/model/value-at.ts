/** Where a value lies in a step's data. */
export type Path = readonly (string | number)[];

export function valueAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, key) => (value !== null && typeof value === "object" ? Reflect.get(value, key) : undefined),
    data,
  );
}

/** The data with another value at the path; undefined takes the key (or the entry of a list) away. What lies beside it is shared. */
export function withValueAt<Data>(data: Data, path: Path, value: unknown): Data {
  // The shape along the path is kept, so what comes out is what went in; types cannot follow a path.
  return write(data, path, value) as Data;
}

function write(data: unknown, [key, ...rest]: Path, value: unknown): unknown {
  if (key === undefined) return value;
  if (Array.isArray(data)) {
    const index = Number(key);
    if (rest.length === 0 && value === undefined) return data.filter((_, at) => at !== index);
    return data.map((item: unknown, at) => (at === index ? write(item, rest, value) : item));
  }
  const record: Readonly<Record<string, unknown>> = data !== null && typeof data === "object" ? { ...data } : {};
  const inner = write(record[key], rest, value);
  if (inner === undefined) {
    const { [key]: _gone, ...others } = record;
    return others;
  }
  return { ...record, [key]: inner };
}
