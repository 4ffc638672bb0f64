/** What was written last. */
const written = new Map<number, string>();

const maxWritten = 16;

/** Milliseconds since 1970 as everything is stored: ISO 8601, UTC. What comes in one millisecond is written once. */
export function instant(ms: number): string {
  const known = written.get(ms);
  if (known !== undefined) return known;
  if (written.size === maxWritten) written.clear();
  const text = new Date(ms).toISOString();
  written.set(ms, text);
  return text;
}
