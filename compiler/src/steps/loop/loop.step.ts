import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { field } from "../fields/field.ts";
import { choice, line, template } from "../fields/fields.ts";

const schema = z.strictObject({
  source: choice(["own", "pbx"], { title: "List", labels: ["My own", "One of the phone system"] }),
  items: field(z.array(template({ title: "Entry" })).max(100), { title: "Entries of my own list", control: "list" }),
  list: line({
    title: "List of the phone system",
    placeholder: "voicemails",
    help: "A voicemail script has voicemails and oldvoicemails.",
  }),
});

/** What an entry of each list is read by. The fields are those of voicemails, the only lists that are documented (p_5403). */
const gives = { own: ["item"], pbx: ["item", "item.date", "item.from", "item.message"] } as const;

/** Do the same for each entry of a list. Runs on the PBX alone, without asking us between two rounds. */
export const loop = defineStep<z.infer<typeof schema>>({
  type: "loop",
  title: "Loop over a list",
  description: "Does the same for each entry of a list",
  icon: "Repeat",
  family: "logic",
  contexts: ["extension"],
  schema,
  defaults: { source: "own", items: ["Monday", "Tuesday"], list: "voicemails" },
  ports: (data) => [
    { id: "each", title: said`For each entry`, kind: "choice", optional: true, body: { gives: gives[data.source] } },
    { id: "next", title: said`Then`, kind: "next" },
  ],
  summary: (data) => (data.source === "pbx" ? said`each of ${data.list}` : data.items.join(", ")),
  check: (data) =>
    data.source === "pbx" && data.list.trim() === ""
      ? [
          {
            code: "list-missing",
            severity: "error",
            ...said`nothing happens, for there is no list to go through; enter its name.`,
            path: ["list"],
          },
        ]
      : [],
  emit(data, out) {
    // Each loop has a list of its own name, so that one inside another does not take its entries away.
    const name = `list_${out.label().replace(/\W/g, "_")}`;
    const items = data.items.map((_item, index) => out.element("item", out.field("items", index)));
    const list = { ...out.command("Array", { id: name }), children: items };
    out.enclose(out.label(), {
      before: data.source === "own" ? [list] : [],
      command: out.command("ForEach", { source: data.source === "own" ? name : out.field("list") }),
      ports: [{ port: "each" }],
      next: out.port("next"),
    });
  },
  *simulate(data, call) {
    yield* call.answer();
    const name = call.text(data.list);
    const own = data.items.map((item) => call.text(item).trim());
    const entries = data.source === "own" ? own : (yield* call.do({ effect: "read-list", list: name })).entries;
    if (entries === undefined) yield* call.do({ effect: "fault", ...said`there is no list "${name}" to go through` });
    for (const item of entries ?? []) if (!(yield* call.inside("each", { item }))) return undefined;
    return "next";
  },
});
