import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Flow } from "@ozflow/compiler";
import { findStepDefinition } from "@ozflow/compiler";
import { z } from "zod";

export const stepsFolder = join(dirname(fileURLToPath(import.meta.url)), "../../compiler/src/steps");

const callSchema = z.strictObject({
  /** What the caller does, as on the command line. */
  caller: z.string(),
  /** What chance is made of. */
  seed: z.string().optional(),
  /** What calendars said when the call began. */
  hours: z.record(z.string(), z.enum(["open", "closed", "holiday"])).optional(),
  /** Rows of tables when the call began, by what they are found by. */
  tables: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.string()))).optional(),
  unreachable: z.array(z.string()).optional(),
  given: z.record(z.string(), z.string()).optional(),
  /** What the notification says, for kinds that are no call of ours. */
  parameters: z.record(z.string(), z.string()).optional(),
  /** What an alarm panel on the line sends. */
  alarm: z.record(z.string(), z.string()).optional(),
  /** Lists of the PBX. */
  lists: z.record(z.string(), z.array(z.union([z.string(), z.record(z.string(), z.string())]))).optional(),
  /** What web servers answer. */
  http: z.array(z.record(z.string(), z.unknown())).optional(),
  /** The port the call leaves the step by; "" when the call is over in the step. */
  leaves: z.string(),
  /** What is noted of the call: "disposition: note", in order. */
  told: z.array(z.string()).optional(),
  /** Lines of the transcript that must stand there in this order, without their times. */
  shows: z.array(z.string()).optional(),
});

const caseSchema = z.strictObject({
  name: z.string(),
  /** Where the step stands; the first of its contexts when left out. */
  context: z.enum(["extension", "third-party", "routing", "message"]).optional(),
  /** Laid over the defaults of the kind. */
  data: z.record(z.string(), z.unknown()),
  variables: z.array(z.record(z.string(), z.unknown())).optional(),
  /** Flows that the step may call, by their ids. */
  subFlows: z.record(z.string(), z.record(z.string(), z.unknown())).optional(),
  ports: z.array(z.string()),
  summary: z.string(),
  /** Codes of what the checks find in this step. */
  faults: z.array(z.string()).optional(),
  calls: z.array(callSchema).optional(),
  /** Lines of the first document that must stand there in this order, without indentation. */
  ozml: z.array(z.string()).optional(),
});

export type StepCase = z.infer<typeof caseSchema>;

const fileSchema = z.strictObject({ cases: z.array(caseSchema).min(1) });

/** Step kinds by their folders, `fields` left out. */
export function stepFolders(): readonly string[] {
  return readdirSync(stepsFolder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && entry.name !== "fields")
    .map((entry) => entry.name)
    .sort();
}

export function readCases(kind: string): readonly StepCase[] {
  const path = join(stepsFolder, kind, `${kind}.cases.json`);
  return fileSchema.parse(JSON.parse(readFileSync(path, "utf8"))).cases;
}

/** What a call says when it has left the step under test by a port. */
export function leftBy(port: string): string {
  return `left by ${port.replace("*", "star").replace("#", "hash")}`;
}

/** What stands before and behind a step, where each context allows it. */
const surroundings = {
  extension: {
    entry: "incoming-call",
    entryData: {},
    port: "next",
    ends: true,
    says: (text: string) => ({ type: "say", data: { say: text } }),
  },
  "third-party": {
    entry: "call-changed",
    entryData: { states: ["Ringing"] },
    port: "otherwise",
    ends: true,
    says: (text: string) => ({ type: "say", data: { say: text } }),
  },
  routing: {
    entry: "routing",
    entryData: {},
    port: "next",
    ends: false,
    says: (text: string) => ({
      type: "route",
      data: { action: "route", destination: `"${text}"`, callerId: "", dialedNumber: "" },
    }),
  },
  message: {
    entry: "message-received",
    entryData: {},
    port: "next",
    ends: false,
    says: (text: string) => ({ type: "send-sms", data: { recipient: "100", text, sender: "" } }),
  },
};

/** The smallest flow around one step: an entry before it, and behind each port a sentence that names it. */
export function flowAround(kind: string, one: StepCase): Flow {
  const definition = findStepDefinition(kind);
  if (definition === undefined) throw new Error(`${kind} is not in the registry`);
  const data = { ...(definition.defaults as Record<string, unknown>), ...one.data };
  const step = { id: "it", type: kind, label: definition.title, data };
  const context = one.context ?? definition.contexts[0] ?? "extension";
  const around = surroundings[context];
  const entry = { id: "entry", type: around.entry, label: "Entry", data: around.entryData };
  const isEntry = definition.entry !== undefined;
  const inside = new Set(definition.ports(data).flatMap((port) => (port.body === undefined ? [] : [port.id])));
  const ports = one.ports.map((port, index) => ({ port, id: `left-${index}` }));
  return {
    formatVersion: 1,
    name: `${kind}: ${one.name}`,
    languages: ["en-US"],
    variables: (one.variables ?? []) as unknown as Flow["variables"],
    steps: [
      step,
      ...(isEntry ? [] : [entry]),
      ...ports.map(({ port, id }) => ({ id, label: port, ...around.says(leftBy(port)) })),
      ...(around.ends ? [{ id: "end", type: "hang-up", label: "End", data: {} }] : []),
    ],
    edges: [
      ...(isEntry ? [] : [{ from: "entry", port: around.port, to: "it" }]),
      ...ports.flatMap(({ port, id }) => [
        { from: "it", port, to: id },
        ...(around.ends && !inside.has(port) ? [{ from: id, port: "next", to: "end" }] : []),
      ]),
    ],
    // Written in a case as they stand in a flow file.
    ...(one.subFlows === undefined ? {} : { subFlows: one.subFlows as unknown as NonNullable<Flow["subFlows"]> }),
    notes: [],
    layout: {},
  };
}
