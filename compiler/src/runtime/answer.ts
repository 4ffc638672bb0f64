import { type Disposition, noteIn } from "../expressions/disposition.ts";
import {
  type CallFacts,
  createExpressions,
  type Expressions,
  noCallFacts,
  type Scope,
} from "../expressions/expressions.ts";
import { fromText } from "../expressions/from-text.ts";
import { assignIn, holds, withValue, workOut } from "../expressions/in-call.ts";
import { libraryPrompt } from "../expressions/library-prompt.ts";
import { initialValues, type Value, type Values, type Variable } from "../flow/flow.ts";
import { fitsStatus, readReply } from "../http/reply.ts";
import { fillTemplate, shownUrl } from "../http/template.ts";
import type { HttpReply, HttpRequest } from "../line/http.ts";
import type { EntryKind } from "../steps/definition.ts";
import { asksWebServers } from "./handlers-behind.ts";
import { plainDocuments } from "./plain-documents.ts";
import type { Handler, Program, Tag } from "./program.ts";
import { render } from "./render.ts";

/** What is remembered of a call between two callbacks. Plain JSON. */
export interface Session {
  readonly id: string;
  /** How many callbacks of this call have been answered. Each address carries it, so a repeated one is recognised. */
  readonly turn: number;
  readonly values: Values;
  readonly call: CallFacts;
}

/** One request of the PBX, read: parameter names in lower case, wherever they came from (query or form). */
export interface CallbackRequest {
  readonly document: string;
  /** The place in the previous document that led here. */
  readonly site?: number;
  readonly parameters: Readonly<Record<string, string>>;
}

/** Where a site can be asked for. */
export interface Target {
  readonly document: string;
  readonly site: number;
  readonly session: string;
  readonly turn: number;
}

export interface Effects {
  address(target: Target): string;
  newSessionId(): string;
  /** Where the PBX finds a sound of the prompt library. Without it: the name that the flow has for it. */
  promptAddress?(id: string): string;
}

export interface Answer {
  readonly xml: string;
  /** The call after this callback. */
  readonly session: Session;
  /** Calls that the document may begin, with the values they begin with. */
  readonly newCalls: readonly Session[];
  /** What the flow says of the call, in the order it came to say so. Some of it has been said before the caller is there. */
  readonly told: readonly Disposition[];
  /** Steps the call has come through since the last callback. */
  readonly path: readonly string[];
  /** Steps the call comes to in this document for certain, up to the first question. */
  readonly ahead: readonly string[];
  /** The document that was served, after jumps. */
  readonly document: string;
  /** Where each start tag of `xml` comes from, in order. */
  readonly tags: readonly Tag[];
}

/** A web server must be asked before the answer can be made. */
export interface AskedHttp {
  readonly step: string;
  /** The address as people may see it: what secret variables hold is hidden. */
  readonly shownUrl: string;
  readonly request: HttpRequest;
}

/** An answer in the making: says whom to ask, and is told what came of it. */
export type Answering = Generator<AskedHttp, Answer, HttpReply>;

/** The program cannot answer this; the sentence is for the log. The caller gets the fallback document. */
export class AnswerError extends Error {
  override readonly name = "AnswerError";
}

/** Documents answered by another document, one behind the other; more is a flow that stands still. */
const maxJumps = 1000;

/** A program made ready to answer: expressions are parsed once. Keep it as long as the program is served. */
export interface Answerer {
  readonly program: Program;
  /** Whether there is any web server that a call may have to wait for. */
  readonly asksWebServers: boolean;
  entry(kind: EntryKind): string | undefined;
  /** Is the document the same for every call, and asks for no other? Asked for again, it can be answered again. */
  isPlain(document: string): boolean;
  /** `given`: values for the variables in `program.given`; others are not taken. */
  begin(id: string, call: CallFacts, given?: Readonly<Record<string, string>>): Session;
  /** Pure but for `effects`. Throws {@link AnswerError} only. */
  answering(request: CallbackRequest, session: Session, effects: Effects): Answering;
  /** The same at once, where web servers answer at once. Without `http`, none does. */
  answer(request: CallbackRequest, session: Session, effects: Effects, http?: (asked: AskedHttp) => HttpReply): Answer;
  /** What callers hear when this cannot be answered; undefined when the flow leaves that to the server. */
  fallback(effects?: Pick<Effects, "promptAddress">): string | undefined;
}

export function createAnswerer(program: Program): Answerer {
  const expressions = createExpressions(program.variables);
  const types = new Map(program.variables.map((variable) => [variable.name, variable.type]));
  const plain = plainDocuments(program);
  const answering = (request: CallbackRequest, session: Session, effects: Effects) =>
    answerWith(program, expressions, types, request, session, effects);
  return {
    program,
    asksWebServers: asksWebServers(program),
    entry: (kind) => program.entries[kind],
    isPlain: (document) => plain.has(document),
    begin: (id, call, given = {}) => ({ id, turn: 0, values: beginValues(program, given), call }),
    answering,
    answer(request, session, effects, http = () => ({ fault: "no web server can be asked here" })) {
      const work = answering(request, session, effects);
      let next = work.next();
      while (!next.done) next = work.next(http(next.value));
      return next.value;
    },
    fallback({ promptAddress = libraryPrompt } = {}) {
      // The compiler puts nothing else into it: nothing need be known of a call.
      const addresses = { site: () => "", prompt: promptAddress };
      const scope = { values: initialValues(program.variables), call: noCallFacts };
      return program.fallback && render(program.fallback, scope, expressions, addresses).xml;
    },
  };
}

function beginValues(program: Program, given: Readonly<Record<string, string>>): Values {
  const values: Record<string, Value> = { ...initialValues(program.variables) };
  for (const { name, type } of program.variables) {
    const isGiven = program.given.includes(name) && Object.hasOwn(given, name);
    const value = isGiven ? fromText(given[name] ?? "", type) : undefined;
    if (value !== undefined) values[name] = value;
  }
  return values;
}

type Types = ReadonlyMap<string, Variable["type"]>;

function* answerWith(
  program: Program,
  expressions: Expressions,
  types: Types,
  request: CallbackRequest,
  session: Session,
  effects: Effects,
): Answering {
  let scope: Scope = { values: session.values, call: session.call };
  const path: string[] = [];
  const told: Disposition[] = [];
  const site = request.site === undefined ? undefined : program.sites[request.site];
  if (site !== undefined && site.document === request.document) {
    path.push(...site.path);
    for (const deed of site.deeds) {
      if ("variable" in deed) scope = assignIn(scope, deed.variable, deed.expression, expressions);
      else told.push(noteIn(deed, scope, expressions));
    }
  }
  let document = request.document;
  let handler: Handler = handlerOf(program, document);
  for (let jumps = 0; ; ) {
    if ("step" in handler && handler.step !== "" && path.at(-1) !== handler.step) path.push(handler.step);
    switch (handler.do) {
      case "receive": {
        const given = request.parameters[handler.parameter.toLowerCase()];
        const value = given === undefined ? undefined : fromText(given, types.get(handler.into) ?? "text");
        if (value !== undefined) scope = withValue(scope, handler.into, value);
        handler = handler.next;
        break;
      }
      case "assign":
        scope = assignIn(scope, handler.variable, handler.expression, expressions);
        handler = handler.next;
        break;
      case "tell":
        told.push(noteIn(handler.tell, scope, expressions));
        handler = handler.next;
        break;
      case "choose": {
        const taken = handler.cases.find((one) => holds(one.when, scope, expressions));
        handler = taken?.next ?? handler.otherwise;
        break;
      }
      case "request": {
        const { step, request: template, keep, ways } = handler;
        const fill = (one: string) => workOut(one, scope, expressions);
        const reply = yield {
          step,
          shownUrl: shownUrl(template, fill, secretNames(program)),
          request: fillTemplate(template, fill),
        };
        const { status, values } = readReply(reply, keep, (variable) => types.get(variable));
        for (const [variable, value] of values) scope = withValue(scope, variable, value);
        const way = status === undefined ? undefined : ways.find((one) => fitsStatus(one.statuses, status));
        handler = way?.next ?? handler.failed;
        break;
      }
      case "jump":
        jumps += 1;
        if (jumps > maxJumps)
          throw new AnswerError(`the flow goes round at "${handler.to}" and nothing happens on the way`);
        document = handler.to;
        handler = handlerOf(program, document);
        break;
      case "serve": {
        const turn = session.turn + 1;
        const newCalls: Session[] = [];
        const rendered = render(handler.parts, scope, expressions, {
          prompt: effects.promptAddress ?? libraryPrompt,
          site(index, isNewCall, within) {
            const to = program.sites[index]?.document ?? "";
            if (!isNewCall) return effects.address({ document: to, site: index, session: session.id, turn });
            const begun = {
              id: effects.newSessionId(),
              turn: 0,
              values: declared(within.values, types),
              call: session.call,
            };
            newCalls.push(begun);
            return effects.address({ document: to, site: index, session: begun.id, turn: 0 });
          },
        });
        // Named one by one: what is spread and added to takes longer than all the rest of an answer.
        return {
          xml: rendered.xml,
          tags: rendered.tags,
          told: told.length === 0 ? rendered.told : [...told, ...rendered.told],
          session: { id: session.id, turn, values: declared(scope.values, types), call: session.call },
          newCalls,
          path,
          ahead: handler.ahead,
          document,
        };
      }
    }
  }
}

function secretNames({ variables }: Program): readonly string[] {
  return variables.filter((one) => one.secret === true).map((one) => one.name);
}

/** Only the flow's own variables outlive a callback. */
function declared(values: Values, types: Types): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => types.has(name)));
}

function handlerOf(program: Program, document: string): Handler {
  const handler = Object.hasOwn(program.handlers, document) ? program.handlers[document] : undefined;
  if (handler === undefined) throw new AnswerError(`there is no document "${document}" in this revision`);
  return handler;
}
