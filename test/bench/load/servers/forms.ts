import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { readBody } from "../../../../server/src/api/read-body.ts";
import { documentFor, documentsGiven, started } from "./started.ts";

/** Node's own server that reads the form of each request, does with it what it is told to, and answers a constant. */
export function answerForms(handle?: (form: string) => Promise<unknown>): void {
  const documents = documentsGiven();

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = (await readBody(request, 64 * 1024)).toString();
    const form = Object.fromEntries(new URLSearchParams(body));
    if (handle !== undefined) await handle(body);
    const document = documentFor(form, documents);
    response.writeHead(200, {
      "Content-Type": "application/xml; charset=utf-8",
      "Content-Length": Buffer.byteLength(document),
    });
    response.end(document);
  }

  const server = createServer((request, response) => void answer(request, response));
  server.listen(0, "127.0.0.1", () => started((server.address() as AddressInfo).port));
}
