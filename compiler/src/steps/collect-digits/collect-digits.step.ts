import { z } from "zod";
import { entryVariable } from "../../expressions/expressions.ts";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { attemptFields, emitAttempts, failurePorts, simulateAttempts } from "../fields/attempts.ts";
import { field } from "../fields/field.ts";
import { expression, variable, whole } from "../fields/fields.ts";
import { silence } from "../fields/prompt.ts";
import { soundsText } from "../fields/sound.ts";

const schema = z.strictObject({
  ...attemptFields,
  minDigits: whole({ title: "At least", unit: "digits" }, 1, 32),
  maxDigits: whole({ title: "At most", unit: "digits" }, 1, 32),
  saveTo: variable({ title: "Keep the digits in", gives: "text" }),
  anyKeys: field(z.boolean(), { title: "Let * and # count too", control: "toggle", advanced: true }).optional(),
  withoutPause: field(z.boolean(), {
    title: "Go on without a pause after a single digit",
    control: "toggle",
    advanced: true,
    help: "The digit is then known to the server from the next request of the call on; of callers who hang up before that, it never is.",
  }).optional(),
  accept: expression({
    title: "Accept when",
    gives: "truth",
    placeholder: "pin == rightPin",
    help: "The digits are in their variable already. Left empty, every entry of digits is accepted.",
  }).optional(),
});

const onlyDigits = /^[0-9]+$/;
const onlyKeys = /^[0-9*#]+$/;

/** Ask for a number: a PIN, an account, a date. */
export const collectDigits = defineStep<z.infer<typeof schema>>({
  type: "collect-digits",
  title: "Collect digits",
  description: "Asks the caller to key in a number, such as a PIN",
  icon: "Password",
  family: "ask",
  contexts: ["extension"],
  schema,
  defaults: {
    prompt: { say: "Please enter your 4-digit PIN." },
    timeoutSeconds: 5,
    attempts: 3,
    noInputPrompt: silence,
    invalidPrompt: { say: "Sorry, that is not right." },
    minDigits: 4,
    maxDigits: 4,
    saveTo: "digits",
  },
  ports: () => [{ id: "entered", title: said`Entered`, kind: "next" }, ...failurePorts],
  summary: (data) => soundsText(data.prompt),
  check: (data) =>
    data.minDigits > data.maxDigits
      ? [
          {
            code: "digits-range",
            severity: "error",
            ...said`no entry has at least ${data.minDigits} and at most ${data.maxDigits} digits, so callers would be asked in vain; raise the one or lower the other.`,
            path: ["minDigits"],
          },
        ]
      : [],
  emit(data, out) {
    emitAttempts(
      data,
      {
        minDigits: data.minDigits,
        maxDigits: data.maxDigits,
        keys: [],
        mayBeForeseen: data.withoutPause === true,
        fields: { Digits: ["maxDigits"], MinDigits: ["minDigits"], MaxDigits: ["maxDigits"] },
        other(attempt, ways) {
          const allowed = data.anyKeys === true ? onlyKeys : onlyDigits;
          const at = (detail: string) => out.label(`${detail}-${attempt}`);
          out.at(at("entry"), { op: "receive", parameter: "DtmfDigits", into: entryVariable, next: at("judge") });
          out.at(at("judge"), {
            op: "choose",
            cases: [
              // A PBX that reports an unfinished entry (open question 6) is answered as if it had not.
              { when: `size(${entryVariable}) < ${data.minDigits}`, to: ways.silent },
              { when: `!${entryVariable}.matches("${allowed.source}")`, to: ways.invalid },
            ],
            otherwise: at("keep"),
          });
          const next = data.accept === undefined ? out.port("entered") : at("accept");
          out.at(at("keep"), { op: "assign", variable: data.saveTo, expression: entryVariable, next });
          if (data.accept !== undefined) {
            out.at(at("accept"), {
              op: "choose",
              cases: [{ when: data.accept, to: out.port("entered") }],
              otherwise: ways.invalid,
            });
          }
          return at("entry");
        },
      },
      out,
    );
  },
  simulate(data, call) {
    const digits = { minDigits: data.minDigits, maxDigits: data.maxDigits };
    return simulateAttempts(data, digits, call, (entry) => {
      if (!(data.anyKeys === true ? onlyKeys : onlyDigits).test(entry)) return undefined;
      call.assign(data.saveTo, entry);
      return data.accept === undefined || call.evaluate(data.accept, false) === true ? "entered" : undefined;
    });
  },
});
