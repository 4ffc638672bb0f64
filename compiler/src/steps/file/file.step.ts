import { z } from "zod";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { choice, template } from "../fields/fields.ts";
import { missing } from "../fields/missing.ts";

const schema = z.strictObject({
  action: choice(["move", "delete"], { title: "Do", labels: ["Move", "Delete"] }),
  file: template({ title: "File", placeholder: "{item.message}" }),
  directory: template({
    title: "Into the folder",
    placeholder: "Only to move: a folder the phone system allows",
  }),
});

/** Move or delete a file on the PBX (p_5401). What DeleteFile calls its file is inferred from MoveFile. */
export const file = defineStep<z.infer<typeof schema>>({
  type: "file",
  title: "File",
  description: "Moves or deletes a file on the phone system",
  icon: "FileShredder",
  family: "logic",
  contexts: ["extension", "message"],
  schema,
  defaults: { action: "move", file: "", directory: "" },
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (data) =>
    data.action === "delete" ? said`delete ${data.file}` : said`move ${data.file} to ${data.directory}`,
  check: (data) =>
    missing(data, {
      file: said`nothing happens to any file; enter its full path.`,
      ...(data.action === "move" ? { directory: said`the file stays where it is; enter the folder it goes to.` } : {}),
    }),
  emit(data, out) {
    const SourceFile = out.field("file");
    const command =
      data.action === "delete"
        ? out.command("DeleteFile", { SourceFile })
        : out.command("MoveFile", { SourceFile, TargetDirectory: out.field("directory") });
    out.at(out.label(), { op: "do", commands: [command], next: out.port("next") });
  },
  *simulate(data, call) {
    const file = call.text(data.file);
    if (data.action === "delete") yield* call.do({ effect: "delete-file", file });
    else yield* call.do({ effect: "move-file", file, directory: call.text(data.directory) });
    return "next";
  },
});
