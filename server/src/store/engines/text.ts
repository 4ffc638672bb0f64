/**
 * A value as both engines keep it whole. libsql cuts a text at the character 0 and PostgreSQL refuses it, and a caller or
 * a browser may send one.
 */
export function storable(value: unknown): unknown {
  return typeof value === "string" && value.includes("\0") ? value.replaceAll("\0", "\uFFFD") : value;
}
