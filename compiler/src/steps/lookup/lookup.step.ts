import { z } from "zod";
import { cellOfTable, foundInTable } from "../../expressions/table-lookup.ts";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { field } from "../fields/field.ts";
import { expression, variable } from "../fields/fields.ts";

const schema = z.strictObject({
  table: field(z.string().regex(/^[\w-]{0,64}$/, said`choose a table`.message), { title: "Table", control: "table" }),
  key: expression({
    title: "Look for",
    gives: "text",
    placeholder: "call.caller",
    help: "Compared with the column that rows are found by.",
  }),
  fields: field(
    z
      .array(
        z.strictObject({
          column: field(z.string().max(200), { title: "Column", control: "column", literal: true, of: "table" }),
          variable: variable({ title: "Into" }),
        }),
      )
      .max(50),
    { title: "What to remember", control: "list" },
  ),
});

/** Find a row of a table by who calls or what was keyed in. Decided by our server, never by the PBX. */
export const lookup = defineStep<z.infer<typeof schema>>({
  type: "lookup",
  title: "Lookup",
  description: "Finds a row of a table, by who calls or what was keyed in",
  icon: "Table",
  family: "logic",
  contexts: ["extension", "third-party", "routing", "message"],
  schema,
  defaults: { table: "", key: "call.caller", fields: [] },
  ports: () => [
    { id: "found", title: said`Found`, kind: "next" },
    { id: "not-found", title: said`Not found`, kind: "choice" },
  ],
  summary: ({ table, key }) => (table === "" ? said`No table yet` : said`${key} in table:${table}`),
  check: ({ table, fields }) => [
    ...(table === ""
      ? [
          {
            code: "table-not-chosen",
            severity: "error" as const,
            ...said`nothing would ever be found; choose a table.`,
            path: ["table"],
          },
        ]
      : []),
    ...fields.flatMap(({ column }, index) =>
      column === ""
        ? [
            {
              code: "column-not-chosen",
              severity: "error" as const,
              ...said`nothing would be remembered here; choose a column.`,
              path: ["fields", index, "column"],
            },
          ]
        : [],
    ),
  ],
  emit({ table, key, fields }, out) {
    // Kept, because what is remembered may be what the key was made of.
    const asked = out.ownText("key");
    const at = (index: number) => (index < fields.length ? out.label(`keep-${index + 1}`) : out.port("found"));
    // A key that cannot be worked out leaves it as it is, and nothing has an empty key.
    out.at(out.label(), { op: "assign", variable: asked, expression: '""', next: out.label("key") });
    out.at(out.label("key"), { op: "assign", variable: asked, expression: key, next: out.label("look") });
    out.at(out.label("look"), {
      op: "choose",
      cases: [{ when: foundInTable(table, asked), to: at(0) }],
      otherwise: out.port("not-found"),
    });
    fields.forEach(({ column, variable: name }, index) => {
      const expression = cellOfTable(table, asked, column, name);
      out.at(at(index), { op: "assign", variable: name, expression, next: at(index + 1) });
    });
  },
  // biome-ignore lint/correctness/useYield: what is known of the call takes no time on the line.
  *simulate({ table, key, fields }, call) {
    const row = call.lookup(table, String(call.evaluate(key, "")));
    if (row === undefined) return "not-found";
    for (const { column, variable: name } of fields) call.assignText(name, row(column));
    return "found";
  },
});
