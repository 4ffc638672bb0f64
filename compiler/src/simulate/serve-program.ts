import type { Disposition } from "../expressions/disposition.ts";
import { type CallFacts, noCallFacts } from "../expressions/expressions.ts";
import type { Conversation, FetchReply } from "../line/effects.ts";
import type { World } from "../line/world.ts";
import type { Dialect } from "../machine/dialect.ts";
import { type Answer, AnswerError, type Answerer, type Session } from "../runtime/answer.ts";
import type { EntryKind } from "../steps/definition.ts";
import { bringCall } from "./bring-call.ts";

/** A call that comes to a compiled program, whoever makes it. */
export interface CallToProgram {
  readonly entry: EntryKind;
  readonly world?: World;
  /** What is not given is as in `noCallFacts`. */
  readonly facts?: Partial<CallFacts>;
  readonly given?: Readonly<Record<string, string>>;
  /** What the notification says beside caller and dialled number. */
  readonly parameters?: Readonly<Record<string, string>>;
  readonly dialect?: Dialect;
}

/** One callback of a simulated call, as the server would have answered it. */
export interface SimulatedCallback {
  /** What was asked for. */
  readonly url: string;
  readonly document: string;
  readonly notification: string;
  readonly answer: Answer;
}

/** A program on a line: what goes on, and the world around it, which answers what it fetches. */
export interface ServedProgram {
  readonly conversation: Conversation;
  readonly world: World;
  /** So far, in order. */
  readonly callbacks: readonly SimulatedCallback[];
  /** So far, of the call itself and not of those it places. */
  readonly told: readonly Disposition[];
}

/** Where simulated programs are asked; other addresses are those of the world around. */
export const programUrl = "http://ozflow.example/";

/** Of the call itself; those it places have others. */
const firstSession = "1";

/**
 * Serves a compiled program as it will be served: the machine gets the very documents the PBX would get, from the very
 * code that answers it. Only the wire between the two is missing.
 */
export function serveProgram(answerer: Answerer, call: CallToProgram): ServedProgram {
  const facts = { ...noCallFacts, ...call.facts };
  const sessions = new Map<string, Session>([[firstSession, answerer.begin(firstSession, facts, call.given)]]);
  const callbacks: SimulatedCallback[] = [];
  const told: Disposition[] = [];
  const handlers = new Set(Object.keys(answerer.program.handlers));
  let lastSession = 1;

  const fetch: NonNullable<World["fetch"]> = (request, http): FetchReply => {
    const url = new URL(request.url);
    const asksUs = request.url.startsWith(programUrl) && handlers.has(documentOf(url));
    if (!asksUs)
      return call.world?.fetch?.(request, http) ?? { status: 0, body: "there is no web server in this simulation" };
    const session = sessions.get(url.searchParams.get("s") ?? firstSession);
    if (session === undefined) return { status: 404, body: "no such session" };
    const site = url.searchParams.get("p");
    const parameters = Object.entries(request.form).map(([name, value]) => [name.toLowerCase(), value]);
    try {
      const answer = answerer.answer(
        {
          document: documentOf(url),
          ...(site === null ? {} : { site: Number(site) }),
          parameters: Object.fromEntries(parameters),
        },
        session,
        {
          // Without the turn: no wire, no repeats to be known by it, and equal documents are read once.
          address: ({ document, session, site }) => `${programUrl}${document}?s=${session}&p=${site}`,
          newSessionId() {
            lastSession += 1;
            return String(lastSession);
          },
        },
        (asked) => http(asked.request),
      );
      for (const changed of [answer.session, ...answer.newCalls]) sessions.set(changed.id, changed);
      if (session.id === firstSession) told.push(...answer.told);
      callbacks.push({
        url: request.url,
        document: answer.document,
        notification: request.form["NotificationName"] ?? "",
        answer,
      });
      return { status: 200, body: answer.xml };
    } catch (error) {
      if (error instanceof AnswerError) return { status: 500, body: error.message };
      throw error;
    }
  };

  const conversation = bringCall(`${programUrl}${answerer.entry(call.entry) ?? ""}`, call);
  return { conversation, world: { ...spokenIn(answerer.program.language), ...call.world, fetch }, callbacks, told };
}

/** The world of calls that hear this language, where they are not told of another one. */
export function spokenIn(language: string | undefined): World {
  return language === undefined ? {} : { language };
}

function documentOf(url: URL): string {
  return decodeURIComponent(url.pathname.slice(1));
}
