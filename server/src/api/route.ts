import type { Context } from "hono";
import { z } from "zod";
import { type AuditAction, type AuditSubject, writeAudit } from "../audit.ts";
import type { MinimalRole, Who } from "../auth/roles.ts";
import type { Deps } from "../deps.ts";
import type { Answer } from "./answer.ts";
import type { Body } from "./body.ts";
import { checkPart } from "./check-part.ts";
import { clientAddress } from "./client-address.ts";
import type { RefusalCode } from "./refusal-codes.ts";

/**
 * Everything there is to know of one route. Role check, checks of the request, caps, documentation and the matrix of
 * tested attacks are made from it; the key it has in its list is its name in the OpenAPI document.
 */
interface Declaration {
  readonly method: "GET" | "POST" | "PUT" | "DELETE";
  /** Below /api, as Hono writes it: `/flows/:id`. */
  readonly path: string;
  readonly role: MinimalRole;
  /** What it does, in half a sentence. */
  readonly summary: string;
  /** Not with an API token: a program must not make itself rights that outlive it. */
  readonly byPersonOnly?: boolean;
  readonly query?: z.ZodObject;
  /** Headers that mean something to it, in lower case. */
  readonly headers?: z.ZodObject;
  readonly body?: Body<unknown>;
  readonly answer: Answer<never>;
  /** Why it may say no, beyond what every route of its kind may (see `refusalsOf`). */
  readonly refusals?: readonly RefusalCode[];
}

/** A declaration that answers. */
export interface Route extends Declaration {
  readonly params: z.ZodObject;
  /** `who` is known to have the role, and the body to be no larger than it may. Throws refusals. */
  handle(deps: Deps, context: Context, who: Who | undefined): Promise<Response>;
}

export type Routes = Readonly<Record<string, Route>>;

/** What a route is given, each part checked. */
interface Asked<Path extends string, Minimal extends MinimalRole, Query, Content> {
  readonly params: Readonly<Record<ParameterOf<Path>, string>>;
  readonly query: Query;
  /** Those that it declares. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Content;
  readonly who: Minimal extends "anyone" ? Who | undefined : Who;
  /** For what only HTTP knows: cookies, streams, where the request came from. */
  readonly context: Context;
}

type ParameterOf<Path extends string> = Path extends `${string}/:${infer Name}/${infer Rest}`
  ? Name | ParameterOf<`/${Rest}`>
  : Path extends `${string}/:${infer Name}`
    ? Name
    : never;

/** What is written into the audit log when it was done. */
type Audited<Asking, Result> = {
  [Action in AuditAction]: {
    readonly action: Action;
    subject(asked: Asking, result: Result, deps: Deps): AuditSubject<Action> | Promise<AuditSubject<Action>>;
  };
}[AuditAction];

type RouteOf<Path extends string, Minimal extends MinimalRole, Query extends z.ZodObject, Content, Result> = Omit<
  Declaration,
  "path" | "role" | "query" | "body" | "answer"
> & {
  readonly path: Path;
  readonly role: Minimal;
  readonly query?: Query;
  readonly body?: Body<Content>;
  readonly answer: Answer<Result>;
  readonly audit?: Audited<Asked<Path, Minimal, z.output<Query>, Content>, Result>;
  run(deps: Deps, asked: Asked<Path, Minimal, z.output<Query>, Content>): Result | Promise<Result>;
};

/** Declares a route. What a path, a schema and a body promise is what `run` is given. */
export function route<
  const Path extends string,
  const Minimal extends MinimalRole,
  Query extends z.ZodObject,
  Content,
  Result,
>({ run, audit, ...declared }: RouteOf<Path, Minimal, Query, Content, Result>): Route {
  const params = paramsOf(declared.path);
  return {
    ...declared,
    params,
    async handle(deps, context, who) {
      // The parts are what the declaration says: its own schemas make them.
      const asked = {
        params: checkPart(context.req.param(), params),
        query: declared.query === undefined ? {} : checkPart(context.req.query(), declared.query),
        headers: declared.headers === undefined ? {} : checkPart(context.req.header(), declared.headers),
        body: await declared.body?.read(context),
        who,
        context,
      } as unknown as Asked<Path, Minimal, z.output<Query>, Content>;
      const result = await run(deps, asked);
      if (audit !== undefined) {
        const address = clientAddress(context, deps.settings);
        await writeAudit(deps, { action: audit.action, who, address, subject: audit.subject(asked, result, deps) });
      }
      return declared.answer.send(context, result);
    },
  };
}

/** All that a route may say no with: what its declaration names, and what its kind brings. */
export function refusalsOf({
  path,
  method,
  role,
  byPersonOnly,
  query,
  headers,
  body,
  refusals = [],
}: Route): readonly RefusalCode[] {
  const isRead = query !== undefined || headers !== undefined || body !== undefined || path.includes(":");
  return [
    ...(isRead ? (["bad-request"] as const) : []),
    ...(role === "anyone" ? [] : (["not-signed-in"] as const)),
    ...(role === "anyone" || role === "viewer" ? [] : (["not-allowed"] as const)),
    ...(byPersonOnly === true ? (["person-only"] as const) : []),
    ...(method === "GET" ? [] : (["other-origin", "too-large", "packed-body"] as const)),
    "too-many-requests",
    ...refusals,
  ];
}

/** Ids are ours or the phone system's; both are short. */
const id = z.string().min(1).max(200);

function paramsOf(path: string): z.ZodObject {
  return z.object(Object.fromEntries([...path.matchAll(/:(\w+)/g)].map(([, name = ""]) => [name, id])));
}
