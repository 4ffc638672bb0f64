import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readBody } from "../../../../server/src/api/read-body.ts";
import { openWriter } from "../../../../server/src/store/engines/writer.ts";
import { createGroupCommit } from "../../../../server/src/store/group-commit.ts";
import { documentFor, documentsGiven, started } from "./started.ts";

// A durable server that does next to nothing: it reads the form, has one row of it stored in company, and answers a constant.
const documents = documentsGiven();
const folder = mkdtempSync(join(tmpdir(), "ozflow-load-"));
process.on("exit", () => rmSync(folder, { recursive: true, force: true }));
const writer = openWriter(join(folder, "callbacks.db"));
const beginning = ["pragma journal_mode = wal", "pragma synchronous = full", "create table callbacks (form text)"];
for (const sql of beginning) await writer.run({ sql, parameters: [] });

const store = createGroupCommit<string, true>({
  most: 200,
  keysOf: () => [],
  async commit(forms) {
    const sql = `insert into callbacks values ${forms.map(() => "(?)").join(", ")}`;
    await writer.runTogether([{ sql, parameters: forms }]);
    return forms.map(() => true);
  },
});

async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const body = (await readBody(request, 64 * 1024)).toString();
  const form = Object.fromEntries(new URLSearchParams(body));
  await store(body);
  const document = documentFor(form, documents);
  response.writeHead(200, {
    "Content-Type": "application/xml; charset=utf-8",
    "Content-Length": Buffer.byteLength(document),
  });
  response.end(document);
}

const server = createServer((request, response) => void answer(request, response));
server.listen(0, "127.0.0.1", () => started((server.address() as AddressInfo).port));
