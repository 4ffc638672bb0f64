/** Without what sentences are made of: beside the sentence it would only say the same again. */
export function withoutWords(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, inner: unknown) => (key === "words" ? undefined : inner)));
}

/** JSON as Biome formats it: paths stay on one line. */
export function printExpected(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(/"path": \[([^\]]*)\]/g, (_list, items: string) => `"path": [${items.trim().replace(/\s+/g, " ")}]`)}\n`;
}
