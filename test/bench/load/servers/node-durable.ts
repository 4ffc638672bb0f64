import { fdatasync, mkdtempSync, openSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { createGroupCommit } from "../../../../server/src/store/group-commit.ts";
import { answerForms } from "./forms.ts";

// The least that a durable server can do: it reads the form, writes it into a file, waits for the disk once for all that have
// come meanwhile, and answers a constant. The file has its size from the start, which makes waiting cheaper.
const size = 64 * 1024 * 1024;
const folder = mkdtempSync(join(tmpdir(), "ozflow-load-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const file = openSync(join(folder, "forms"), "w");
writeSync(file, Buffer.alloc(size));
const sync = promisify(fdatasync);
await sync(file);
let at = 0;

answerForms(
  createGroupCommit<string, true>({
    most: 200,
    keysOf: () => [],
    async commit(forms) {
      const lines = Buffer.from(`${forms.join("\n")}\n`);
      if (at + lines.length > size) at = 0;
      at += writeSync(file, lines, 0, lines.length, at);
      await sync(file);
      return forms.map(() => true);
    },
  }),
);
