import { z } from "zod";
import type { Emitter, OwnAsk } from "../../instructions/builder.ts";
import type { Label } from "../../instructions/instruction.ts";
import type { Conversation } from "../../line/effects.ts";
import { said } from "../../words/said.ts";
import type { Call } from "../call.ts";
import type { Port } from "../definition.ts";
import { seconds, whole } from "./fields.ts";
import { prompt, promptCommands } from "./prompt.ts";

/** The fields of a question that is asked again a bounded number of times. */
export const attemptFields = {
  prompt: prompt({ title: "The caller hears" }),
  timeoutSeconds: seconds({ title: "Wait for a key" }, 1, 60),
  attempts: whole({ title: "Ask at most", unit: "times" }, 1, 10),
  noInputPrompt: prompt({ title: "After no input, before asking again" }),
  invalidPrompt: prompt({ title: "After a wrong entry, before asking again" }),
};

const dataSchema = z.object(attemptFields);
type AttemptData = z.infer<typeof dataSchema>;

/** When the last attempt fails the call leaves by what went wrong in it, or by `exhausted` where that is not connected. */
export const failurePorts: readonly Port[] = [
  { id: "no-input", title: said`No input`, kind: "failure", otherwise: "exhausted" },
  { id: "invalid", title: said`Invalid input`, kind: "failure", otherwise: "exhausted" },
  { id: "exhausted", title: said`Retries used up`, kind: "failure" },
];

/** What is asked in each attempt, as instructions: everything but what the attempts have in common. */
interface Question {
  readonly minDigits: number;
  readonly maxDigits: number;
  readonly keys: OwnAsk["keys"];
  readonly mayBeForeseen?: boolean;
  readonly fields: OwnAsk["fields"];
  /** Adds what happens to an entry that no key stands for, and says where that begins. */
  other(attempt: number, ways: { readonly silent: Label; readonly invalid: Label }): Label;
}

/**
 * The attempts unrolled, so that how often a caller was asked lies in the document they are in and never in the
 * server's memory. A silent caller stays within one document; a wrong entry is one request.
 */
export function emitAttempts(data: AttemptData, question: Question, out: Emitter): void {
  const asking = (attempt: number) => out.label(attempt === 1 ? undefined : `try-${attempt}`);
  for (let attempt = 1; attempt <= data.attempts; attempt += 1) {
    const last = attempt === data.attempts;
    const after = (words: "noInputPrompt" | "invalidPrompt", port: string, detail: string): Label => {
      if (last) return out.port(port);
      const commands = promptCommands(data[words], out, [words]);
      if (commands.length === 0) return asking(attempt + 1);
      const label = out.label(`${detail}-${attempt}`);
      out.at(label, { op: "do", commands, next: asking(attempt + 1) });
      return label;
    };
    const silent = after("noInputPrompt", "no-input", "silent");
    const invalid = after("invalidPrompt", "invalid", "invalid");
    out.at(asking(attempt), {
      op: "ask",
      prompt: promptCommands(data.prompt, out, ["prompt"]),
      fields: { Timeout: ["timeoutSeconds"], ...question.fields },
      timeoutSeconds: data.timeoutSeconds,
      minDigits: question.minDigits,
      maxDigits: question.maxDigits,
      keys: question.keys,
      ...(question.mayBeForeseen === true ? { mayBeForeseen: true } : {}),
      silent,
      other: question.other(attempt, { silent, invalid }),
    });
  }
}

/** The same, as meaning. `accept` says which port an entry leads to; undefined: it is wrong. */
export function* simulateAttempts(
  data: AttemptData,
  digits: { readonly minDigits: number; readonly maxDigits: number },
  call: Call,
  accept: (entry: string) => string | undefined,
): Conversation<string> {
  for (let attempt = 1; ; attempt += 1) {
    const last = attempt === data.attempts;
    const entry = yield* call.ask(data.prompt, { timeoutSeconds: data.timeoutSeconds, ...digits });
    if (entry === undefined) {
      if (last) return "no-input";
      yield* call.prompt(data.noInputPrompt);
      continue;
    }
    const port = accept(entry);
    if (port !== undefined) return port;
    if (last) return "invalid";
    yield* call.prompt(data.invalidPrompt);
  }
}
