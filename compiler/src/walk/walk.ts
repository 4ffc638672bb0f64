import { createExpressions, type Expressions, type Scope } from "../expressions/expressions.ts";
import { fromText, readIn, withValue } from "../expressions/in-call.ts";
import { parseText, tidySpokenText } from "../expressions/placeholders.ts";
import { initialValues, type Value } from "../flow/flow.ts";
import { ask, soundsInOrder } from "../line/ask.ts";
import type { Conversation, Sound } from "../line/effects.ts";
import { type Physics, recommendedPhysics } from "../line/physics.ts";
import type { LinkedFlow } from "../phases/1-parse/link-flow.ts";
import type { Call } from "../steps/call.ts";
import type { EntryKind } from "../steps/definition.ts";
import { isSilent, type Prompt } from "../steps/fields/prompt.ts";

/** How a call begins. */
export interface WalkCall {
  readonly entry: EntryKind;
  readonly caller?: string;
  readonly dialed?: string;
  readonly given?: Readonly<Record<string, string>>;
}

/**
 * What a flow means, straight from the graph: the reference that compiled documents are held against. A call stands at
 * one step, the step does what its `simulate` says, and the call leaves by a port; where nothing is connected, it ends.
 */
export function* walk(linked: LinkedFlow, call: WalkCall, physics: Physics = recommendedPhysics): Conversation {
  const entry = [...linked.steps.values()].find((one) => one.definition.entry === call.entry);
  if (entry === undefined) return;
  const facts = { caller: call.caller ?? "", dialed: call.dialed ?? "" };
  const scope: Scope = { values: initialValues(linked.flow.variables), call: facts };
  yield* walkFrom(linked, entry.step.id, scope, call, physics, createExpressions(linked.flow.variables));
}

function* walkFrom(
  linked: LinkedFlow,
  first: string,
  begins: Scope,
  facts: WalkCall,
  physics: Physics,
  expressions: Expressions,
): Conversation {
  let scope = begins;
  let answered = facts.entry !== "incoming-call";
  let at = first;
  if (answered) yield { effect: "answer" };

  /** The PBX picks up when the first command is not Reject: here, before the first thing that happens. */
  function* pickUp(): Conversation {
    if (!answered) yield { effect: "answer" };
    answered = true;
  }
  const text = (source: string): string =>
    parseText(source)
      .parts.map((part) => (typeof part === "string" ? part : readIn(part.expression, scope, expressions)))
      .join("");
  const spoken = (source: string) => tidySpokenText(text(tidySpokenText(source)));
  const sounds = (prompt: Prompt): readonly Sound[] => {
    if (isSilent(prompt)) return [];
    if ("play" in prompt) return [{ effect: "play", file: text(tidySpokenText(prompt.play)).trim() }];
    return [
      {
        effect: "speak",
        text: spoken(prompt.say),
        ...optional("language", prompt.language),
        ...optional("voice", prompt.voice),
      },
    ];
  };
  /** An attribute that may be left out: absent when nothing is in it. */
  const optional = <Key extends string>(key: Key, source: string | undefined): { readonly [K in Key]?: string } => {
    const value = text(tidySpokenText(source ?? ""));
    return (value === "" ? {} : { [key]: value }) as { readonly [K in Key]?: string };
  };

  const call: Call = {
    *answer() {
      yield* pickUp();
    },
    *prompt(prompt) {
      for (const sound of sounds(prompt)) {
        yield* pickUp();
        yield sound;
      }
    },
    *pause(seconds) {
      yield* pickUp();
      yield { effect: "pause", seconds };
    },
    *ask(prompt, question) {
      yield* pickUp();
      const entry = yield* ask(soundsInOrder(sounds(prompt)), question, physics);
      return entry.complete && entry.keys.length >= question.minDigits ? entry.keys : undefined;
    },
    *record(options) {
      yield* pickUp();
      return (yield { effect: "record", ...options }).url;
    },
    *transfer(target) {
      yield* pickUp();
      return (yield { effect: "transfer", target: spoken(target) }).ok;
    },
    *placeCall({ number, callerId, callerDisplayName, ringSeconds, conversationPort }) {
      yield* pickUp();
      const target = conversationPort === undefined ? undefined : linked.target(at, conversationPort);
      const begun = scope;
      yield {
        effect: "place-call",
        number: spoken(number),
        ...optional("callerId", callerId),
        ...optional("callerDisplayName", callerDisplayName),
        ...(ringSeconds === undefined ? {} : { ringSeconds }),
        conversation: () =>
          walkFrom(linked, target ?? "", begun, { ...facts, entry: "outgoing-call" }, physics, expressions),
      };
    },
    *sendSms({ recipient, text: message, sender }) {
      yield* pickUp();
      yield {
        effect: "send-sms",
        recipient: text(tidySpokenText(recipient)),
        text: spoken(message),
        ...optional("sender", sender),
      };
    },
    *hangUp() {
      yield* pickUp();
      yield { effect: "hang-up" };
    },
    *reject() {
      yield { effect: "reject" };
    },
    evaluate(expression, fallback) {
      let value: Value = fallback;
      try {
        value = expressions.evaluate(expression, scope);
      } catch {
        return fallback;
      }
      return value;
    },
    assign(variable, value) {
      scope = withValue(scope, variable, value);
    },
    value: (variable) => scope.values[variable] ?? "",
    given(variable) {
      const type = linked.flow.variables.find((one) => one.name === variable)?.type;
      const value = facts.given?.[variable];
      return type === undefined || value === undefined ? undefined : fromText(value, type);
    },
  };

  for (;;) {
    const step = linked.steps.get(at);
    if (step === undefined) break;
    yield { effect: "visit", step: at };
    const port = yield* step.definition.simulate(step.data, call);
    if (port === undefined) return;
    const target = linked.target(at, port);
    if (target === undefined) break;
    at = target;
  }
  yield* call.hangUp();
}
