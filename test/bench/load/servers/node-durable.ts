import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openWriter } from "../../../../server/src/store/engines/writer.ts";
import { createGroupCommit } from "../../../../server/src/store/group-commit.ts";
import { answerForms } from "./forms.ts";

// A durable server that does next to nothing: it reads the form, has one row of it stored in company, and answers a constant.
const folder = mkdtempSync(join(tmpdir(), "ozflow-load-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const writer = openWriter(join(folder, "callbacks.db"));
const beginning = ["pragma journal_mode = wal", "pragma synchronous = full", "create table callbacks (form text)"];
for (const sql of beginning) await writer.run({ sql, parameters: [] });

answerForms(
  createGroupCommit<string, true>({
    most: 200,
    keysOf: () => [],
    async commit(forms) {
      const sql = `insert into callbacks values ${forms.map(() => "(?)").join(", ")}`;
      await writer.runTogether([{ sql, parameters: forms }]);
      return forms.map(() => true);
    },
  }),
);
