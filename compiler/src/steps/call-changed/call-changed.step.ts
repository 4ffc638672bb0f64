import { z } from "zod";
import { entryVariable } from "../../expressions/expressions.ts";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { duplicates } from "../fields/duplicates.ts";
import { field } from "../fields/field.ts";
import { choice } from "../fields/fields.ts";
import { keepIn } from "../fields/told.ts";

/** The states a call in the PBX can come to (p_4587), with the port each leaves by. */
const states = {
  Ringing: { port: "ringing", title: "Ringing" },
  Answered: { port: "answered", title: "Answered" },
  InCall: { port: "in-call", title: "In call" },
  Hold: { port: "hold", title: "On hold" },
  Transferred: { port: "transferred", title: "Transferred" },
  Busy: { port: "busy", title: "Busy" },
  Cancelled: { port: "cancelled", title: "Cancelled" },
  Completed: { port: "completed", title: "Completed" },
  Error: { port: "error", title: "Error" },
} as const;

const stateNames = [
  "Ringing",
  "Answered",
  "InCall",
  "Hold",
  "Transferred",
  "Busy",
  "Cancelled",
  "Completed",
  "Error",
] as const satisfies readonly (keyof typeof states)[];

const state = choice(stateNames, { title: "State", labels: stateNames.map((name) => states[name].title) });

const schema = z.strictObject({
  states: field(z.array(state).min(1).max(9), { title: "States with a way of their own", control: "list" }),
  stateIn: keepIn("Call state"),
});

/** A call between two others changed: the PBX tells which, and what is drawn here happens to that call. */
export const callChanged = defineStep<z.infer<typeof schema>>({
  type: "call-changed",
  title: "Call changed",
  description: "Begins here when any call in the phone system changes its state",
  icon: "PhoneSpark",
  family: "entry",
  contexts: ["third-party"],
  entry: "call-changed",
  schema,
  defaults: { states: ["Ringing"] },
  ports: (data) => [
    ...data.states.map((name) => ({ id: states[name].port, title: states[name].title, kind: "choice" as const })),
    { id: "otherwise", title: said`Any other state`, kind: "next", optional: true },
  ],
  summary: (data) => data.states.map((name) => states[name].title).join(", "),
  check: (data) =>
    duplicates(data.states).map((index) => ({
      code: "state-twice",
      severity: "error",
      ...said`the state "${data.states[index] ?? ""}" stands there twice, but a call can only go one way; remove one of them.`,
      path: ["states", index],
    })),
  emit(data, out) {
    const judge = out.label("judge");
    const next = data.stateIn === undefined ? judge : out.label("keep");
    out.at(out.label(), { op: "receive", parameter: "CallState", into: entryVariable, next });
    if (data.stateIn !== undefined) {
      out.at(next, { op: "assign", variable: data.stateIn, expression: entryVariable, next: judge });
    }
    out.at(judge, {
      op: "choose",
      cases: data.states.map((name) => ({
        when: `${entryVariable} == "${name}"`,
        to: out.port(states[name].port),
      })),
      otherwise: out.port("otherwise"),
    });
  },
  *simulate(data, call) {
    const told = call.parameter("CallState") ?? "";
    if (data.stateIn !== undefined) call.assign(data.stateIn, told);
    const found = data.states.find((name) => name === told);
    return found === undefined ? "otherwise" : states[found].port;
  },
});
