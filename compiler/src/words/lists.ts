import { type Said, said, type Text } from "./said.ts";

/** "a, b and c". */
export function all(parts: readonly Text[]): Text {
  return joined(parts, (first, last) => said`${first} and ${last}`);
}

/** "a, b or c". */
export function either(parts: readonly Text[]): Text {
  return joined(parts, (first, last) => said`${first} or ${last}`);
}

/** "a, b, c". */
export function row(parts: readonly Text[]): Text {
  return parts.length === 0 ? "" : parts.reduce((before, part) => said`${before}, ${part}`);
}

function joined(parts: readonly Text[], end: (first: Text, last: Text) => Said): Text {
  const last = parts.at(-1);
  return last === undefined || parts.length < 2 ? (last ?? "") : end(row(parts.slice(0, -1)), last);
}
