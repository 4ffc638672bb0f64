import { readIn, workOut } from "../expressions/in-call.ts";
import { tidySpokenText } from "../expressions/placeholders.ts";
import { readReply } from "../http/reply.ts";
import { fillTemplate } from "../http/template.ts";
import { fateOf } from "../instructions/fate.ts";
import { type Command, isNewCallLink, type Request } from "../instructions/instruction.ts";
import type { CallerAction } from "../line/caller-script.ts";
import { playHttp } from "../line/http.ts";
import type { Analysis } from "../phases/2-analyse/analyse.ts";
import type { Candidates } from "./candidates.ts";
import { type Cause, type Move, movesFrom } from "./moves.ts";
import type { Point } from "./point.ts";
import type { StateGraph } from "./states.ts";

/** A way that one certain call can go: everything is known of it, so nothing is left open. */
export interface Tried {
  readonly cause: Cause;
  readonly point: Point;
}

/** Where a call at this point can be next. Ends are left out, and ways through an author's own OzML. */
export function triedFrom(
  point: Point,
  { graph, linked, expressions }: Analysis,
  { foresight }: StateGraph,
  candidates: Candidates,
): readonly Tried[] {
  const one = graph.get(point.label);
  if (one === undefined) return [];
  const { values, facts, told } = point;
  const scope = { values, call: facts };
  if (one.op === "receive") {
    const given = told[one.parameter];
    const after = given === undefined ? values : { ...values, [one.into]: given };
    return [{ cause: "flow", point: { ...point, label: one.next, values: after, told: {} } }];
  }
  if (one.op === "request") return requested(one);
  const moves = movesFrom(one, { values, call: facts }, foresight).filter(
    ({ ends, cause }) => !ends && cause !== "unknown",
  );
  const commands = one.op === "do" ? one.commands : one.op === "await" ? [one.command] : [];
  const went = afterCommands(commands);
  return went === undefined ? begun(commands) : [...moves.flatMap((move) => along(move, went)), ...begun(commands)];

  function along({ cause, to, values: after, index = 0 }: Move, from: Point): readonly Tried[] {
    const next: Point = { ...from, label: to, values: after, told: cause === "recording" ? from.told : {} };
    if (one?.op !== "ask") return [{ cause, point: next }];
    switch (cause) {
      case "silence":
        return [{ cause, point: did(next, { does: "nothing" }) }];
      case "key":
        return [{ cause, point: did(next, { does: "press", keys: one.keys[index]?.key ?? "" }) }];
      default:
        return candidates.entries(one).map((keys) => ({
          cause,
          point: { ...did(next, { does: "press", keys }), told: { DtmfDigits: keys } },
        }));
    }
  }

  /** Behind the commands, when none of them ends the call: transfers have failed. */
  function afterCommands(all: readonly Command[]): Point | undefined {
    let after: Point | undefined = point;
    for (const command of all) {
      if (after === undefined) return undefined;
      if (command.name === "Record") after = recorded(after);
      if (fateOf(command) === "may-transfer") after = dialled(after, textOf(command), false);
    }
    return after;
  }

  /** Conversations with those whom the commands call. */
  function begun(all: readonly Command[]): readonly Tried[] {
    return all.flatMap((command): readonly Tried[] => {
      const link = Object.values(command.attributes).find(isNewCallLink);
      if (command.name !== "Call" || link === undefined) return [];
      const number = textOf(command);
      const answered = dialled(point, number, true);
      return answered === undefined
        ? []
        : [{ cause: "world", point: { ...answered, label: link.newCall, who: number } }];
    });
  }

  function textOf({ content = [] }: Command): string {
    const parts = content.map((part) =>
      typeof part === "string" ? part : "expression" in part ? readIn(part.expression, scope, expressions) : "",
    );
    return tidySpokenText(parts.join(""));
  }

  function requested(request: Request): readonly Tried[] {
    const asked = fillTemplate(request.request, (expression) => workOut(expression, scope, expressions));
    const ways = [...request.ways.map(({ to }) => to), request.failed];
    return ways.flatMap((to, way) =>
      candidates.answers(request, way).flatMap((answer): readonly Tried[] => {
        const isDecided = point.http.some(({ method, url }) => method === asked.method && url === asked.url);
        const http = isDecided ? point.http : [...point.http, { method: asked.method, url: asked.url, ...answer }];
        const reply = playHttp(http)(asked);
        // Asked the same before, the web server answers the same.
        if ("fault" in reply !== (answer.fault !== undefined)) return [];
        if ("status" in reply && reply.status !== answer.status) return [];
        const read = readReply(
          reply,
          request.keep,
          (name) => linked.flow.variables.find((one) => one.name === name)?.type,
        );
        if ((read.status === undefined) !== (way === request.ways.length)) return [];
        const after = { ...values, ...Object.fromEntries(read.values) };
        return [{ cause: "world", point: { ...point, label: to, values: after, http } }];
      }),
    );
  }
}

function did(point: Point, action: CallerAction): Point {
  return { ...point, done: { action, who: point.who, before: point.done } };
}

/** Nobody speaks: it ends by itself. */
function recorded(point: Point): Point {
  const recordings = point.recordings + 1;
  const url = `http://pbx.example/recordings/${recordings}.mp3`;
  return { ...did(point, { does: "talk", seconds: 0 }), recordings, told: { RecordURL: url } };
}

/** A number answers always or never in one call. */
function dialled(point: Point, number: string, answers: boolean): Point | undefined {
  const before = number === "" ? false : point.reached[number];
  if (before !== undefined && before !== answers) return undefined;
  return { ...point, reached: { ...point.reached, [number]: answers } };
}
