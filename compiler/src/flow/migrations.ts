/** Turns a file of one format version into the next. Works on plain JSON and never removes what it does not know. */
export interface Migration {
  readonly from: number;
  migrate(file: Record<string, unknown>): Record<string, unknown>;
}

/** Append-only, oldest first; each has a file of its old format under `test/flow/old-formats`. Version 1 is the first, so none yet. */
export const migrations: readonly Migration[] = [];

/** Runs the migrations from the file's own version on. What is no flow file at all comes back as it is, for the schema to refuse. */
export function migrateFlowFile(file: unknown, chain: readonly Migration[] = migrations): unknown {
  if (file === null || typeof file !== "object" || Array.isArray(file)) return file;
  let current = file as Record<string, unknown>;
  for (const migration of chain) {
    if (current["formatVersion"] === migration.from) {
      current = { ...migration.migrate(current), formatVersion: migration.from + 1 };
    }
  }
  return current;
}
