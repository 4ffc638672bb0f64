import { tableLimits } from "@ozflow/compiler";
import { z } from "zod";
import { csvFile, json, media, untold } from "../api/answer.ts";
import { bytesBody, jsonBody } from "../api/body.ts";
import { type Routes, route } from "../api/route.ts";
import { time } from "../api/shapes.ts";
import {
  addTable,
  contentOfTable,
  csvOfTable,
  deleteTable,
  listTables,
  renameTable,
  replaceTable,
  rowsOfTable,
} from "../use-cases/resources/lookup-tables.ts";

const name = z.string().trim().min(1).max(120);
const version = z.int().min(1);
const asked = z.coerce.number().int();
/** What rows are found by; the first column when left out. */
const key = z.string().max(200).optional();
const table = z
  .strictObject({
    id: z.string(),
    name,
    version,
    keyColumn: z.string(),
    columns: z.array(z.string()),
    rows: z.int(),
    updatedAt: time,
  })
  .meta({ id: "Table", description: "Rows that are found by a key" });
const user = z.strictObject({ id: z.string(), name: z.string() });
const csv = bytesBody(["text/csv", "application/octet-stream"], tableLimits.bytes);

/** `/api/tables`: what flows look into. A replaced one holds for the next call. */
export const tableRoutes = {
  listTables: route({
    method: "GET",
    path: "/tables",
    role: "viewer",
    summary: "Tables by name, each with the flows that look into it",
    answer: json(z.strictObject({ tables: z.array(table.safeExtend({ usedBy: z.array(user) })) })),
    run: async (deps) => ({ tables: await listTables(deps) }),
  }),
  addTable: route({
    method: "POST",
    path: "/tables",
    role: "editor",
    summary: "Keep a CSV file in UTF-8 under a name; its first line names the columns",
    query: z.object({ name, key }),
    body: csv,
    answer: json(table, 201),
    refusals: ["not-a-table"],
    audit: { action: "table-changed", subject: ({ query: { name } }) => ({ name }) },
    run: (deps, { query, body }) => addTable(deps, { name: query.name, keyColumn: query.key, csv: body }),
  }),
  getTable: route({
    method: "GET",
    path: "/tables/:id",
    role: "viewer",
    summary: "All of a table: cells in the order of the columns, by what rows are found by",
    answer: json(
      z.strictObject({
        columns: z.array(z.string()),
        keyColumn: z.string(),
        rows: z.record(z.string(), z.array(z.string())),
      }),
    ),
    refusals: ["not-found"],
    run: (deps, { params }) => contentOfTable(deps, params.id),
  }),
  listRows: route({
    method: "GET",
    path: "/tables/:id/rows",
    role: "viewer",
    summary: "Rows of a table, or those that hold a text anywhere",
    query: z.object({
      from: asked.min(0).default(0),
      limit: asked.min(1).max(500).default(50),
      search: z.string().max(200).default(""),
    }),
    answer: json(z.strictObject({ rows: z.array(z.array(z.string())), total: z.int() })),
    refusals: ["not-found"],
    run: (deps, { params, query }) => rowsOfTable(deps, { id: params.id, ...query }),
  }),
  downloadTable: route({
    method: "GET",
    path: "/tables/:id/rows.csv",
    role: "viewer",
    summary: "The same as a CSV file, which can be put back; cells are as they are, also those that look like formulas",
    answer: media("text/csv"),
    refusals: ["not-found"],
    async run(deps, { params }) {
      const { name, csv } = await csvOfTable(deps, params.id);
      return csvFile(`${name}.csv`, [csv]);
    },
  }),
  replaceTable: route({
    method: "PUT",
    path: "/tables/:id/rows",
    role: "editor",
    summary: "Put another CSV file in its place; it holds for every call that begins from now on",
    query: z.object({ version: asked.min(1), key }),
    body: csv,
    answer: json(table),
    refusals: ["not-found", "conflict", "not-a-table"],
    audit: { action: "table-changed", subject: (_asked, { name }) => ({ name }) },
    run: (deps, { params, query, body }) =>
      replaceTable(deps, { id: params.id, version: query.version, keyColumn: query.key, csv: body }),
  }),
  renameTable: route({
    method: "PUT",
    path: "/tables/:id",
    role: "editor",
    summary: "Give a table another name",
    body: jsonBody(z.strictObject({ name, version })),
    answer: json(table),
    refusals: ["not-found", "conflict"],
    audit: { action: "table-changed", subject: ({ body: { name } }) => ({ name }) },
    run: (deps, { params, body }) => renameTable(deps, { id: params.id, ...body }),
  }),
  deleteTable: route({
    method: "DELETE",
    path: "/tables/:id",
    role: "editor",
    summary: "Delete a table that no flow looks into",
    answer: untold,
    refusals: ["not-found", "in-use"],
    audit: { action: "table-deleted", subject: (_asked, name) => ({ name }) },
    run: (deps, { params }) => deleteTable(deps, params.id),
  }),
} satisfies Routes;
