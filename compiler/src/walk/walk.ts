import { noteIn } from "../expressions/disposition.ts";
import {
  type CallFacts,
  createExpressions,
  type Expressions,
  noCallFacts,
  ownVariable,
  type Scope,
} from "../expressions/expressions.ts";
import { fromText } from "../expressions/from-text.ts";
import { readIn, withValue, workOut } from "../expressions/in-call.ts";
import { luck } from "../expressions/luck.ts";
import { type PbxValues, readPbxName, separatePbxNames } from "../expressions/pbx-names.ts";
import { parseText, tidySpokenText } from "../expressions/placeholders.ts";
import { initialValues, type Value, type Values } from "../flow/flow.ts";
import { languageMeant } from "../flow/languages.ts";
import { readReply } from "../http/reply.ts";
import { fillTemplate } from "../http/template.ts";
import { ask, soundsInOrder } from "../line/ask.ts";
import type { Conversation, Sound } from "../line/effects.ts";
import type { Physics } from "../line/physics.ts";
import type { LinkedFlow } from "../phases/1-parse/link-flow.ts";
import { cellOf, findRow } from "../resources/table.ts";
import type { Call } from "../steps/call.ts";
import type { Context, EntryKind } from "../steps/definition.ts";
import { holdsWords, isSilent, partsOf } from "../steps/fields/sound.ts";
import type { Translated } from "../steps/fields/translations.ts";

/** How a call begins. */
export interface WalkCall {
  readonly entry: EntryKind;
  /** What is not given is as in `noCallFacts`. */
  readonly facts?: Partial<CallFacts>;
  readonly given?: Readonly<Record<string, string>>;
  /** What the notification says, by names in lower case. */
  readonly parameters?: Readonly<Record<string, string>>;
  /** What the caller hears first; not given: the flow's first language. */
  readonly language?: string;
}

/** What the walk must be told, for it cannot be read from a flow. */
export interface Surroundings extends Physics {
  /** Does the call wait for the end of a call it places? Open question 17. */
  readonly placedCall?: "at-once" | "waited-for";
  /** Runs OzML, of which the walk knows none. Absent: it is passed over. */
  readonly ozml?: OzmlRunner;
  /** Told of each way out that a call takes; of calls that the flow places, too. */
  readonly left?: (step: string, port: string) => void;
  /** Told what the variables hold when the call itself is over. */
  readonly over?: (values: Values) => void;
}

export interface OzmlRunner {
  /** Runs what an author wrote. True: the call goes on behind it. `values`: what the PBX holds under its own names. */
  run(ozml: string, context: Context, values: PbxValues): Conversation<boolean>;
  /** Goes on with what the address answers. */
  goTo(url: string, context: Context): Conversation;
}

/**
 * What a flow means, straight from the graph: the reference that compiled documents are held against. A call stands at
 * one step, the step does what its `simulate` says, and the call leaves by a port; where nothing is connected, it ends.
 */
export function* walk(linked: LinkedFlow, call: WalkCall, around: Surroundings = {}): Conversation {
  const entry = entryOf(linked, call.entry);
  if (entry === undefined) return;
  const scope: Scope = { values: initialValues(linked.flow.variables), call: { ...noCallFacts, ...call.facts } };
  const context = entry.definition.contexts[0] ?? "extension";
  const expressions = createExpressions(linked.flow.variables);
  yield* walkFrom(linked, entry.step.id, scope, call, context, around, expressions, around.over);
}

function* walkFrom(
  linked: LinkedFlow,
  first: string,
  begins: Scope,
  facts: WalkCall,
  context: Context,
  around: Surroundings,
  expressions: Expressions,
  over?: (values: Values) => void,
): Conversation {
  let scope = begins;
  let answered = facts.entry !== "incoming-call";
  let at = first;
  const { languages } = linked.flow;
  let language = facts.language ?? languages[0] ?? "";
  /** Names and values of the PBX's own, inside of a step that gives some. */
  let pbxNames: ReadonlySet<string> = new Set();
  let pbxValues: PbxValues = {};
  if (answered && context === "extension") yield { effect: "answer" };

  /** The PBX picks up when the first command is not Reject: here, before the first thing that happens. */
  function* pickUp(): Conversation {
    if (!answered) yield { effect: "answer" };
    answered = true;
  }
  const text = (source: string): string =>
    separatePbxNames(parseText(tidySpokenText(source)).parts, (name) => pbxNames.has(name))
      .map((part) => {
        if (typeof part === "string") return part;
        return pbxNames.has(part.expression)
          ? readPbxName(part.expression, pbxValues)
          : readIn(part.expression, scope, expressions);
      })
      .join("");
  const spoken = (source: string) => tidySpokenText(text(source));
  const sounds = (prompt: Translated): readonly Sound[] => {
    const wordsIn = linked.steps.get(at)?.wordsIn ?? language;
    const own = prompt.translations?.[language];
    const translation = wordsIn === language || own === undefined || isSilent(own) ? undefined : own;
    const spokenIn = translation === undefined && holdsWords(prompt) ? wordsIn : language;
    return partsOf(translation ?? prompt).flatMap((part): readonly Sound[] => {
      // Pauses are made on an extension of our own only.
      if ("pauseSeconds" in part)
        return context === "extension" ? [{ effect: "pause", seconds: part.pauseSeconds }] : [];
      if ("play" in part) return [{ effect: "play", file: text(part.play).trim() }];
      if (isSilent(part)) return [];
      const told = (part.language ?? "") === "" && languages.length > 1 ? { language: spokenIn } : {};
      const voice = { ...told, ...optional("language", part.language), ...optional("voice", part.voice) };
      return [{ effect: "speak", text: spoken(part.say), ...voice }];
    });
  };
  /** An attribute that may be left out: absent when nothing is in it. */
  const optional = <Key extends string>(key: Key, source: string | undefined): { readonly [K in Key]?: string } => {
    const value = text(source ?? "");
    return (value === "" ? {} : { [key]: value }) as { readonly [K in Key]?: string };
  };

  const call: Call = {
    context,
    text,
    spoken,
    optional,
    *answer() {
      yield* pickUp();
    },
    speakIn(wanted) {
      const meant = languageMeant(languages, wanted);
      language = meant ?? language;
      return meant !== undefined;
    },
    *prompt(prompt, { party, callId, ...ofFiles } = {}) {
      for (const sound of sounds(prompt)) {
        yield* pickUp();
        const how = sound.effect === "play" ? ofFiles : {};
        yield { ...sound, ...how, ...(party === undefined ? {} : { party }), ...optional("callId", callId) };
      }
    },
    *pause(seconds) {
      yield* pickUp();
      yield { effect: "pause", seconds };
    },
    *ask(prompt, question) {
      yield* pickUp();
      const entry = yield* ask(soundsInOrder(sounds(prompt)), question, around);
      return entry.complete && entry.keys.length >= question.minDigits ? entry.keys : undefined;
    },
    *record({ callId, ...options }) {
      yield* pickUp();
      return (yield { effect: "record", ...options, ...optional("callId", callId) }).url;
    },
    *transfer(target, { transferor, callId } = {}) {
      yield* pickUp();
      const who = { ...(transferor === undefined ? {} : { transferor }), ...optional("callId", callId) };
      return (yield { effect: "transfer", target: spoken(target), ...who }).ok;
    },
    *placeCall({ number, callerId, callerDisplayName, ringSeconds, conversationPort, waits }) {
      yield* pickUp();
      const step = at;
      const target = conversationPort === undefined ? undefined : linked.target(step, conversationPort);
      const begun = scope;
      const callee: WalkCall = { ...facts, entry: "outgoing-call", language };
      const until = around.placedCall === "waited-for" ? "over" : waits === true ? "answered" : undefined;
      const reply = yield {
        effect: "place-call",
        number: spoken(number),
        ...optional("callerId", callerId),
        ...optional("callerDisplayName", callerDisplayName),
        ...(ringSeconds === undefined ? {} : { ringSeconds }),
        ...(until === undefined ? {} : { waitsUntil: until }),
        conversation: () => {
          if (conversationPort === undefined) return nothingButAnswered();
          around.left?.(step, conversationPort);
          return walkFrom(linked, target ?? "", begun, callee, "extension", around, expressions);
        },
      };
      return reply.ok;
    },
    *hangUp() {
      yield* pickUp();
      yield { effect: "hang-up" };
    },
    *reject() {
      yield { effect: "reject" };
    },
    *do(effect) {
      yield* pickUp();
      return yield effect;
    },
    report(kind, parameters) {
      const entry = entryOf(linked, kind);
      if (entry === undefined) return {};
      const begun = scope;
      const begins = entry.definition.contexts[0] ?? "message";
      return {
        afterwards: (outcome) => {
          const { language: _, ...known } = facts;
          const told: WalkCall = { ...known, entry: kind, parameters: parameters(outcome) };
          return walkFrom(linked, entry.step.id, begun, told, begins, around, expressions);
        },
      };
    },
    *inside(port, values) {
      const step = at;
      const gives = linked.steps.get(step)?.ports.find((one) => one.id === port)?.body?.gives ?? [];
      const [namesBefore, valuesBefore] = [pbxNames, pbxValues];
      pbxNames = new Set([...pbxNames, ...gives]);
      pbxValues = { ...pbxValues, ...values };
      around.left?.(step, port);
      const cameBack = yield* follow(linked.target(step, port), step);
      [at, pbxNames, pbxValues] = [step, namesBefore, valuesBefore];
      return cameBack;
    },
    *runOzml(ozml) {
      yield* pickUp();
      return around.ozml === undefined ? true : yield* around.ozml.run(ozml, context, pbxValues);
    },
    *request(template, keep) {
      const request = fillTemplate(template, (one) => workOut(one, scope, expressions));
      const reply = (yield { effect: "http-request", request }).http ?? { fault: "nobody answers" };
      const { status, values } = readReply(reply, keep, (variable) => typeOf(linked, variable));
      for (const [variable, value] of values) scope = withValue(scope, variable, value);
      return status;
    },
    *tell(disposition) {
      yield { effect: "tell", ...noteIn(disposition, scope, expressions) };
    },
    *goTo(url) {
      yield* pickUp();
      yield* around.ozml?.goTo(url, context) ?? [];
    },
    parameter: (name) => facts.parameters?.[name.toLowerCase()],
    evaluate(expression, fallback) {
      let value: Value = fallback;
      try {
        value = expressions.evaluate(expression, scope);
      } catch {
        return fallback;
      }
      return value;
    },
    hours: (calendar) => scope.call.hours?.[calendar] ?? "open",
    lookup(id, key) {
      const table = scope.call.tables?.[id];
      const row = findRow(table, key);
      return table === undefined || row === undefined ? undefined : (column) => cellOf(table, row, column);
    },
    luck() {
      const passes = ownVariable(at, "passes");
      const pass = Number(scope.values[passes] ?? 0) + 1;
      scope = withValue(scope, passes, pass);
      return luck(scope.call.seed, at, pass);
    },
    assign(variable, value) {
      scope = withValue(scope, variable, value);
    },
    assignText(variable, given) {
      const value = given === undefined ? undefined : fromText(given, typeOf(linked, variable) ?? "text");
      if (value !== undefined) scope = withValue(scope, variable, value);
    },
    value: (variable) => scope.values[variable] ?? "",
    given(variable) {
      const type = typeOf(linked, variable);
      const value = facts.given?.[variable];
      return type === undefined || value === undefined ? undefined : fromText(value, type);
    },
  };

  /** True: there is no way on, or it leads back to the step `inside`. False: the call is over. */
  function* follow(begin: string | undefined, inside?: string): Conversation<boolean> {
    for (let id = begin; id !== undefined && id !== inside; ) {
      const step = linked.steps.get(id);
      if (step === undefined) break;
      yield { effect: "visit", step: id };
      at = id;
      const port = yield* step.definition.simulate(step.data, call);
      if (port === undefined) return false;
      around.left?.(id, port);
      id = linked.target(id, port);
    }
    return true;
  }

  try {
    const isOpen = yield* follow(first);
    if (isOpen && context === "extension") yield* call.hangUp();
  } finally {
    // A caller who hangs up closes the conversation from outside.
    over?.(scope.values);
  }
}

function entryOf(linked: LinkedFlow, kind: EntryKind) {
  return [...linked.steps.values()].find((one) => one.definition.entry === kind);
}

/** A call that nothing was planned for: the PBX ends it as soon as it is answered. */
function* nothingButAnswered(): Conversation {
  yield { effect: "answer" };
}

function typeOf(linked: LinkedFlow, variable: string) {
  return linked.flow.variables.find((one) => one.name === variable)?.type;
}
