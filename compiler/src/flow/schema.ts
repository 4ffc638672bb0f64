import { z } from "zod";
import { said } from "../words/said.ts";

/** Step ids name documents and appear in callback addresses, so they keep to letters that need no escaping anywhere. */
const stepId = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,63}$/,
    said`write lower-case letters, digits and hyphens, a letter first, at most 64 in all`.message,
  );

/** Ports are named by the step kind, or by the author's own key (a menu option). */
const portId = z
  .string()
  .regex(
    /^[a-z0-9*#][a-z0-9*#-]{0,63}$/,
    said`write the key of a way out, or lower-case words with hyphens between them`.message,
  );

/** Names that mean something in expressions already: `call` is the call itself, the rest are words of CEL. */
const reservedNames = new Set(
  (
    "call item true false null in int uint double string bytes bool list map type size dyn timestamp duration optional " +
    "as break const continue else for function if import let loop package namespace return var void while google " +
    "null_type has all exists exists_one filter matches contains startsWith endsWith"
  ).split(" "),
);

const variableName = z
  .string()
  .regex(
    /^[a-z][A-Za-z0-9_]{0,63}$/,
    said`write a lower-case letter, then letters, digits and underscores, at most 64 in all`.message,
  )
  .superRefine((name, context) => {
    if (!reservedNames.has(name)) return;
    const sentence = said`"${name}" has a meaning of its own in expressions; choose another name`;
    context.addIssue({ code: "custom", message: sentence.message, params: { said: sentence } });
  });

export const valueSchema = z.union([z.string().max(4000), z.number(), z.boolean()]);

export const variableSchema = z
  .strictObject({
    name: variableName,
    type: z.enum(["text", "number", "truth"]).meta({ title: "Type" }),
    /** Value at the beginning of a call; without it "", 0 or false. */
    initial: valueSchema.optional(),
    /** A PIN or the like: never written to logs or call lists. */
    secret: z.boolean().optional(),
  })
  .refine((variable) => variable.initial === undefined || typeof variable.initial === jsTypeOf[variable.type], {
    path: ["initial"],
    message: said`the value at the beginning of a call is not of the variable's type; change one of them`.message,
  });

export const jsTypeOf = { text: "string", number: "number", truth: "boolean" } as const;

export const stepSchema = z.strictObject({
  id: stepId,
  /** The step kind: the name of a folder in `compiler/src/steps`. */
  type: z.string().min(1),
  label: z.string().max(120),
  /** Checked against the schema of the step kind in a second pass (`phases/1-parse`). */
  data: z.record(z.string(), z.unknown()),
});

export const edgeSchema = z.strictObject({ from: stepId, port: portId, to: stepId });

/** Pixels on the canvas. Beyond a million nobody finds the step again. */
const coordinate = z.number().min(-1_000_000).max(1_000_000);
const position = z.strictObject({ x: coordinate, y: coordinate });

const noteSchema = z.strictObject({
  id: stepId,
  text: z.string().max(2000),
  position,
  width: z.number().min(80).max(2000),
  height: z.number().min(40).max(2000),
});

/** Steps that belong together in the author's mind: a frame around them, which may be folded. Its place is theirs. */
const frameSchema = z.strictObject({
  id: stepId,
  title: z.string().max(120),
  colour: z.enum(["grey", "green", "blue", "violet", "orange", "red"]),
  steps: z.array(stepId).min(1).max(20_000),
  collapsed: z.boolean().optional(),
});

/** What a caller hears before a call ends that cannot go on. Texts as they stand: no placeholders are read in them. */
const apology = z.union([
  z.strictObject({ say: z.string().min(1).max(1000), language: z.string().min(2).max(35).optional() }),
  z.strictObject({ play: z.string().min(1).max(1000) }),
]);

/** Who takes over a call that cannot go on. */
export const takeoverSchema = z
  .string()
  .regex(/^[0-9A-Za-z+*#._@-]{1,64}$/, said`write a number or an extension, such as 2000`.message);

const fallbackSchema = z.strictObject({
  prompt: apology,
  /** The same in other languages of the flow, by their codes. Nobody knows then what a caller speaks: all are heard. */
  translations: z.record(z.string().min(2).max(35), apology).optional(),
  /** Without one the call ends. */
  transferTo: takeoverSchema.optional(),
});

const variablesSchema = z
  .array(variableSchema)
  .max(500)
  .superRefine((variables, context) => {
    for (const [index, { name }] of variables.entries()) {
      if (variables.findIndex((one) => one.name === name) === index) continue;
      const sentence = said`a variable "${name}" stands there already; rename or remove one of them`;
      context.addIssue({
        code: "custom",
        path: [index, "name"],
        message: sentence.message,
        params: { said: sentence },
      });
    }
  });
const stepsSchema = z.array(stepSchema).max(20_000);
const edgesSchema = z.array(edgeSchema).max(100_000);

/** What flows are called by: ids of the server, names of files without their ending. */
export const flowIdSchema = z
  .string()
  .regex(/^[\w-]{1,64}$/, said`write letters, digits, hyphens and underscores, at most 64 in all`.message);

const languagesSchema = z.array(z.string().min(2).max(35)).min(1).max(40);

/** A flow as others call it: what a call does in it, without how it is drawn. */
export const subFlowSchema = z
  .strictObject({
    name: z.string().min(1).max(120),
    /** The first is what its words are written in; without any, the first of the flow that calls. */
    languages: languagesSchema.optional(),
    variables: variablesSchema,
    steps: stepsSchema,
    edges: edgesSchema,
    /** What it was published with: in there, it counts before what the flow around holds under the same id. */
    get subFlows() {
      return subFlowsSchema.optional();
    },
  })
  .meta({ id: "SubFlow" });
const subFlowsSchema = z.record(flowIdSchema, subFlowSchema);

/** Ten hours. */
export const maxPromisedSeconds = 36_000;
const promisedSeconds = z.int().min(1).max(maxPromisedSeconds);

const promisedOutcomes = z
  .array(z.strictObject({ step: stepId, seconds: promisedSeconds }))
  .max(100)
  .superRefine((outcomes, context) => {
    for (const [index, { step }] of outcomes.entries()) {
      if (outcomes.findIndex((one) => one.step === step) === index) continue;
      const sentence = said`a promise about the step "${step}" stands there already; remove one of them`;
      context.addIssue({
        code: "custom",
        path: [index, "step"],
        message: sentence.message,
        params: { said: sentence },
      });
    }
  });

/** What callers are promised, in seconds. A flow that does not keep it cannot be published. */
const promisesSchema = z.strictObject({
  /** Who presses nothing is off the line by then. */
  silentCallerGone: promisedSeconds.optional(),
  /** Who wants a person, and listens to every prompt, gets to one by then. */
  personReached: promisedSeconds.optional(),
  /** Who wants a call to end at this step, and listens to every prompt, has got it to its end there by then. */
  outcomes: promisedOutcomes.optional(),
});

/** A flow file, format version 1. Layout is apart from logic: moving a step changes `layout` and nothing else. */
export const flowSchema = z.strictObject({
  formatVersion: z.literal(1),
  name: z.string().min(1).max(120),
  /** Codes as the PBX knows its voices by; calls begin in the first, which prompts are written in. */
  languages: languagesSchema,
  variables: variablesSchema,
  /** When the server cannot answer for this flow: overload, a fault, an address that leads nowhere. */
  fallback: fallbackSchema.optional(),
  promises: promisesSchema.optional(),
  steps: stepsSchema,
  edges: edgesSchema,
  /** The flows that it calls, and those that they call, by their ids, as they were when this one was frozen. */
  subFlows: subFlowsSchema.optional(),
  notes: z.array(noteSchema).max(2000),
  frames: z.array(frameSchema).max(2000).optional(),
  layout: z.record(z.string(), position),
});
