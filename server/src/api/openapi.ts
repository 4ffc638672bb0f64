import { flowJsonSchema } from "@ozflow/compiler";
import { z } from "zod";
import type { Settings } from "../deps.ts";
import { type RefusalCode, statusOf } from "./refusal-codes.ts";
import { type Route, type Routes, refusalsOf } from "./route.ts";
import { flowFile } from "./shapes.ts";

type Json = { readonly [name: string]: unknown };

/** The routes as an OpenAPI 3.1 document. */
export function describeRoutes(routes: Routes, { version, publicUrl }: Pick<Settings, "version" | "publicUrl">): Json {
  const components: Record<string, unknown> = {};
  const schemaOf = (schema: z.ZodType, io: "input" | "output") => toJsonSchema(schema, io, components);
  const paths: Record<string, Record<string, unknown>> = {};
  for (const [name, route] of Object.entries(routes)) {
    const path = route.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [route.method.toLowerCase()]: describe(name, route, schemaOf) };
  }
  return {
    openapi: "3.1.1",
    info: { title: "OzFlow", version, description: about, license: { name: "MIT", identifier: "MIT" } },
    servers: [{ url: `${publicUrl}/api` }],
    paths,
    components: {
      schemas: components,
      securitySchemes: {
        token: { type: "http", scheme: "bearer", description: "An API token of the page Users." },
        cookie: { type: "apiKey", in: "cookie", name: "ozflow.session_token" },
      },
    },
  };
}

const about =
  "Times are ISO 8601 in UTC. Every refusal has the same shape: a code for programs, a sentence for people. " +
  "Callback addresses (`/c/...`), which the phone system asks, are not part of this document.";

type SchemaOf = (schema: z.ZodType, io: "input" | "output") => Json;

function describe(name: string, route: Route, schemaOf: SchemaOf): Json {
  const { body, query, headers, params, role, byPersonOnly } = route;
  const security = byPersonOnly === true ? [{ cookie: [] }] : [{ token: [] }, { cookie: [] }];
  return {
    operationId: name,
    summary: route.summary,
    tags: [route.path.split("/")[1]],
    ...(role === "anyone" ? { security: [] } : { description: `Needs the role ${role}.`, security }),
    parameters: [
      ...parameters("path", params, schemaOf),
      ...parameters("query", query ?? z.object({}), schemaOf),
      ...parameters("header", headers ?? z.object({}), schemaOf),
    ],
    ...(body === undefined
      ? {}
      : {
          requestBody: {
            required: true,
            description: `At most ${body.maxBytes} bytes.`,
            content: content(body.mediaTypes, body.schema && schemaOf(body.schema, "input")),
          },
        }),
    responses: { ...answer(route, schemaOf), ...refusals(route, schemaOf) },
  };
}

function parameters(place: "path" | "query" | "header", { shape }: z.ZodObject, schemaOf: SchemaOf): readonly Json[] {
  return Object.entries(shape).map(([name, schema]) => ({
    name,
    in: place,
    required: place === "path" || !z.safeParse(schema, undefined).success,
    schema: schemaOf(schema as z.ZodType, "output"),
  }));
}

function answer({ answer: { status, schema, mediaType } }: Route, schemaOf: SchemaOf): Json {
  const types = mediaType === undefined ? ["application/json"] : [mediaType];
  const description = status === 204 ? "Done." : "As asked.";
  return {
    [status]:
      status === 204 ? { description } : { description, content: content(types, schema && schemaOf(schema, "output")) },
  };
}

function refusals(route: Route, schemaOf: SchemaOf): Json {
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of refusalsOf(route)) byStatus.set(statusOf(code), [...(byStatus.get(statusOf(code)) ?? []), code]);
  const schema = schemaOf(refusal, "output");
  return Object.fromEntries(
    [...byStatus].map(([status, codes]) => [
      status,
      { description: codes.join(", "), content: content(["application/json"], schema) },
    ]),
  );
}

function content(types: readonly string[], schema: Json | undefined): Json {
  return Object.fromEntries(types.map((type) => [type, schema === undefined ? {} : { schema }]));
}

const refusal = z
  .strictObject({ error: z.looseObject({ code: z.string(), message: z.string() }) })
  .meta({ id: "Refusal", description: "Some codes bring more: `diagnostics` of a flow, the `current` version." });

/** Shapes with an id go to the components, where all routes share them. */
function toJsonSchema(schema: z.ZodType, io: "input" | "output", components: Record<string, unknown>): Json {
  const take = ({ $schema: _, $defs = {}, ...made }: z.core.JSONSchema.JSONSchema): Json => {
    for (const [name, definition] of Object.entries($defs)) components[name] = pointToComponents(definition);
    return pointToComponents(made) as Json;
  };
  return take(
    z.toJSONSchema(schema, {
      io,
      unrepresentable: "any",
      override({ zodSchema, jsonSchema }) {
        if (zodSchema === flowFile) Object.assign(jsonSchema, take(flowJsonSchema()));
      },
    }),
  );
}

function pointToComponents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointToComponents);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [
      name,
      name === "$ref" && typeof inside === "string"
        ? inside.replace("#/$defs/", "#/components/schemas/")
        : pointToComponents(inside),
    ]),
  );
}
