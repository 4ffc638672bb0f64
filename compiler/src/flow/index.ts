export * from "./canonical.ts";
export * from "./diagnostic.ts";
export * from "./flow.ts";
export * from "./migrations.ts";
export * from "./schema.ts";
