import type { z } from "zod";
import type { edgeSchema, flowSchema, stepSchema, subFlowSchema, variableSchema } from "./schema.ts";

/** Data that nobody changes in place, all the way down. */
type Frozen<T> = T extends object ? { readonly [Key in keyof T]: Frozen<T[Key]> } : T;

/** A drawn call flow: what a flow file holds. Types follow the schema, which is the only source. */
export type Flow = Frozen<z.infer<typeof flowSchema>>;
export type SubFlow = Frozen<z.infer<typeof subFlowSchema>>;
/** What callers hear when the flow cannot go on. */
export type Fallback = NonNullable<Flow["fallback"]>;
/** Of it, what is heard in one language. */
export type Apology = Fallback["prompt"];
export type Step = Frozen<z.infer<typeof stepSchema>>;
export type Edge = Frozen<z.infer<typeof edgeSchema>>;
export type Variable = Frozen<z.infer<typeof variableSchema>>;

/** What a variable holds during a call. */
export type Value = string | number | boolean;
export type Values = Readonly<Record<string, Value>>;

/** An empty flow to begin drawing on. */
export function emptyFlow(name: string, language = "en-US"): Flow {
  return { formatVersion: 1, name, languages: [language], variables: [], steps: [], edges: [], notes: [], layout: {} };
}

const emptyValue = { text: "", number: 0, truth: false } as const;

/** The variables of a call that has just begun. */
export function initialValues(variables: readonly Variable[]): Values {
  return Object.fromEntries(variables.map((v) => [v.name, v.initial ?? emptyValue[v.type]]));
}
