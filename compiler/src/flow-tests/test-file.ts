import { z } from "zod";
import { valueSchema } from "../flow/schema.ts";
import { httpMocks } from "../http/mocks.ts";
import { parseCallerScript } from "../line/caller-script.ts";
import { type Dialect, dialectReadings } from "../machine/dialect.ts";
import { calendarSchema } from "../resources/calendar.ts";
import { hoursStates } from "../resources/hours.ts";
import { entryKinds } from "../steps/definition.ts";
import { type Said, said } from "../words/said.ts";
import { endings } from "./ending.ts";
import { testTableSchema } from "./test-table.ts";

/** A sentence as the schema library keeps it (phases/1-parse/issue-sentence.ts). */
function asIssue(sentence: Said) {
  return { code: "custom" as const, message: sentence.message, params: { said: sentence } };
}

/** `1,timeout,1234#,talk 5,hangup`, as `ozflow run --caller` takes it. */
const script = z
  .string()
  .max(10_000)
  .superRefine((source, context) => {
    const parsed = parseCallerScript(source);
    if ("fault" in parsed) context.addIssue(asIssue(parsed.fault));
  });

const text = z.string().max(4000);
const texts = z.array(text.min(1)).max(200);

/** Some switches of the machine (docs/dialects.md); the others stand as is recommended. */
const dialect = z.strictObject(
  Object.fromEntries(
    Object.entries(dialectReadings).map(([key, readings]) => [
      key,
      z.literal<(string | number | boolean)[]>([...readings]).optional(),
    ]),
  ),
  // `fromEntries` forgets which readings belong to which key.
) as unknown as z.ZodType<Dialect>;

/** How a call comes and what there is around it. What is left out is as `ozflow run` has it. */
const callSchema = z.strictObject({
  /** What brings the call; the flow's first entry when left out. */
  entry: z.enum(entryKinds).optional(),
  caller: script.default(""),
  from: text.optional(),
  to: text.optional(),
  /** When it begins: an ISO 8601 instant. */
  began: z.iso.datetime({ offset: true, error: "write a point in time such as 2026-12-24T18:00:00Z" }).optional(),
  /** What chance is made of. */
  seed: text.optional(),
  /** What calendars say, by their ids, or what stands in them. */
  calendars: z.record(z.string(), z.union([z.enum(hoursStates), calendarSchema])).optional(),
  /** What stands in tables, by their ids; nothing is found in others. */
  tables: z.record(z.string(), testTableSchema).optional(),
  /** Values given with an outgoing call, by variable. */
  given: z.record(z.string(), text).optional(),
  /** What the notification says beside the two numbers. */
  parameters: z.record(z.string(), text).optional(),
  /** Numbers that do not answer. */
  unreachable: texts.optional(),
  /** What those do whom the flow calls, by number. */
  callees: z.record(z.string(), script).optional(),
  /** What web servers answer; the first that fits. */
  http: httpMocks.optional(),
  /** Texts that come from connections. */
  messages: z.record(z.string(), z.array(text)).optional(),
  /** What an alarm panel on the line sends. */
  alarm: z
    .strictObject({
      account: text,
      eventQualifier: text,
      eventCode: text,
      eventName: text,
      partition: text,
      zone: text,
    })
    .optional(),
  /** How long audio files are, in seconds, by name. */
  audioSeconds: z.record(z.string(), z.number().min(0).max(86_400)).optional(),
  dialect: dialect.optional(),
});

const ending = z.enum(endings);

/** What may never be otherwise, whatever the caller does. */
const boundsSchema = z.strictObject({
  neverHears: texts.optional(),
  neverReaches: texts.optional(),
  /** One of them. */
  ends: z.union([ending, z.array(ending).min(1)]).optional(),
  /** Seconds from the first to the last moment of the call. */
  withinSeconds: z.number().min(0).max(86_400).optional(),
  /** Requests of the PBX to us. */
  callbacksAtMost: z.int().min(0).optional(),
});

const expectations = z.strictObject({
  ...boundsSchema.shape,
  /** Texts that are heard or parts of them, or names of audio files, in this order; others may be heard between them. */
  hears: texts.optional(),
  /** Steps by label or id, in this order; others may lie between them. */
  reaches: texts.optional(),
  transferredTo: text.optional(),
  /** Parts of lines of the transcript, in this order: "SMS to 200". */
  happens: texts.optional(),
  /** What variables hold when the call is over. */
  variables: z.record(z.string(), valueSchema).optional(),
  /** How the flow says the call went, in this order. */
  dispositions: texts.optional(),
});

const nonEmpty = (given: object): boolean => Object.values(given).some((one) => one !== undefined);
const expectsNothing = "this expects nothing, so it could never fail; say what is to happen";

export const flowTestSchema = z.strictObject({
  name: z.string().trim().min(1).max(200),
  call: callSchema,
  expect: expectations.refine(nonEmpty, expectsNothing),
});

/** What is to hold for every caller (`ozflow test --random`). */
const alwaysSchema = z.strictObject({
  /** What is the same on every such call; the rest is chance. */
  call: callSchema.omit({ caller: true }).optional(),
  expect: boundsSchema.refine(nonEmpty, expectsNothing),
});

/** `NAME.test.json` beside a flow `NAME.json`. */
export const flowTestsSchema = z.strictObject({
  formatVersion: z.literal(1),
  tests: z
    .array(flowTestSchema)
    .max(2000)
    .superRefine((tests, context) => {
      for (const [index, { name }] of tests.entries()) {
        if (tests.findIndex((one) => one.name === name) === index) continue;
        const sentence = said`a test "${name}" stands there already; give one of them another name`;
        context.addIssue({ ...asIssue(sentence), path: [index, "name"] });
      }
    }),
  always: alwaysSchema.optional(),
});

export type FlowTests = z.infer<typeof flowTestsSchema>;
export type FlowTest = FlowTests["tests"][number];
export type Expectations = FlowTest["expect"];
export type TestCall = FlowTest["call"];
