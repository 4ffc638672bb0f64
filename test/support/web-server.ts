import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A web server that flows ask. */
export interface WebServer {
  readonly url: string;
  readonly port: number;
  /** What was asked, oldest first. */
  readonly asked: readonly AskedOfServer[];
  stop(): Promise<void>;
}

export interface AskedOfServer {
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

export type Behaviour = (asked: AskedOfServer, response: ServerResponse, request: IncomingMessage) => unknown;

/** On a free port of this computer. */
export async function startWebServer(behave: Behaviour): Promise<WebServer> {
  const asked: AskedOfServer[] = [];
  const server = createServer(async (request, response) => {
    let body = "";
    for await (const piece of request.setEncoding("utf8")) body += piece;
    const { method = "", url: path = "", headers } = request;
    const one = { method, path, headers, body };
    asked.push(one);
    await behave(one, response, request);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    asked,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Answers with JSON. */
export function tellJson(response: ServerResponse, value: unknown, status = 200): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}
