/** One place where two values of plain JSON differ. `before` is absent where something was added, `after` where removed. */
export interface ValueChange {
  readonly path: readonly (string | number)[];
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * The places where two values of plain JSON differ, as far inside as possible. An index in a path is that of the list
 * where the value stands: of `after`, and of `before` for what was removed.
 */
export function compareValues(
  before: unknown,
  after: unknown,
  path: readonly (string | number)[] = [],
): readonly ValueChange[] {
  if (isSame(before, after)) return [];
  if (before === undefined) return [{ path, after }];
  if (after === undefined) return [{ path, before }];
  if (Array.isArray(before) && Array.isArray(after)) return compareLists(before, after, path);
  if (!isObject(before) || !isObject(after)) return [{ path, before, after }];
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return names.flatMap((name) => compareValues(own(before, name), own(after, name), [...path, name]));
}

/** What is the same at the beginning and at the end stays; of the rest, the entries are taken in pairs. */
function compareLists(
  before: readonly unknown[],
  after: readonly unknown[],
  path: readonly (string | number)[],
): readonly ValueChange[] {
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && isSame(before[first], after[first])) first += 1;
  let last = 0;
  while (last < shorter - first && isSame(before.at(-1 - last), after.at(-1 - last))) last += 1;
  const rest = Math.max(before.length, after.length) - last - first;
  return Array.from({ length: rest }, (_, index) => first + index).flatMap((index) =>
    compareValues(entryAt(before, index, last), entryAt(after, index, last), [...path, index]),
  );
}

function entryAt(list: readonly unknown[], index: number, last: number): unknown {
  return index < list.length - last ? list[index] : undefined;
}

/** Whether two values of plain JSON say the same; the order of keys says nothing. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (Array.isArray(one) || Array.isArray(other)) {
    if (!Array.isArray(one) || !Array.isArray(other) || one.length !== other.length) return false;
    return one.every((entry, index) => isSame(entry, other[index]));
  }
  if (!isObject(one) || !isObject(other)) return false;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => isSame(own(one, name), own(other, name)));
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === "object" && !Array.isArray(value);
}

function own(object: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}
