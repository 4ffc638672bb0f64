import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { attemptFields, emitAttempts, failurePorts, simulateAttempts } from "../fields/attempts.ts";
import { duplicates } from "../fields/duplicates.ts";
import { field } from "../fields/field.ts";
import { key, line } from "../fields/fields.ts";
import { silence } from "../fields/prompt.ts";
import { soundsText } from "../fields/sound.ts";

const option = z.strictObject({ key: key({ title: "Key" }), label: line({ title: "Leads to", literal: true }) });

const schema = z.strictObject({
  ...attemptFields,
  options: field(z.array(option).min(1).max(12), { title: "Keys", control: "list" }),
});

const oneKey = { minDigits: 1, maxDigits: 1 };

/** Ask the caller to press a key and go where the key says. */
export const menu = defineStep<z.infer<typeof schema>>({
  type: "menu",
  title: "Menu",
  description: "Asks the caller to press a key and goes where the key says",
  icon: "ListNumbers",
  family: "ask",
  contexts: ["extension"],
  schema,
  defaults: {
    prompt: { say: "For sales, press 1." },
    timeoutSeconds: 5,
    attempts: 3,
    noInputPrompt: silence,
    invalidPrompt: { say: "Sorry, that is not an option." },
    options: [{ key: "1", label: "Sales" }],
  },
  ports: (data) => [
    ...data.options.map((one) => ({
      id: one.key,
      title: one.label === "" ? said`Key ${one.key}` : one.label,
      kind: "choice" as const,
    })),
    ...failurePorts,
  ],
  summary: (data) => soundsText(data.prompt),
  check: (data) =>
    duplicates(data.options.map((one) => one.key)).map((index) => ({
      code: "key-twice",
      severity: "error",
      ...said`key ${data.options[index]?.key ?? ""} is offered twice, but callers who press it can only be sent one way; remove one of them.`,
      path: ["options", index, "key"],
    })),
  emit(data, out) {
    const keys = data.options.map((one, index) => ({
      key: one.key,
      to: out.port(one.key),
      field: ["options", index, "key"],
    }));
    emitAttempts(data, { ...oneKey, keys, fields: {}, other: (_attempt, ways) => ways.invalid }, out);
  },
  simulate(data, call) {
    return simulateAttempts(data, oneKey, call, (entry) => data.options.find((one) => one.key === entry)?.key);
  },
});
