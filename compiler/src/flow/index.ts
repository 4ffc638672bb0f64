export * from "./canonical.ts";
export * from "./diagnostic.ts";
export * from "./edits.ts";
export * from "./flow.ts";
export * from "./languages.ts";
export * from "./migrations.ts";
export * from "./promises.ts";
export * from "./schema.ts";
