import { createServer, type RequestListener, type Server } from "node:http";

export interface Listening {
  /** With the port that was really taken. */
  readonly url: string;
  /** Requests that came before are answered when this has been called. */
  serve(answer: RequestListener): void;
  /** Takes no more connections, lets requests that run be answered for so many seconds, and cuts off the rest. */
  stop(graceSeconds?: number): Promise<void>;
}

/** How long a client may take to say what it wants, before the connection is cut off. */
export interface Patience {
  readonly headersMs: number;
  /** With the body. */
  readonly requestMs: number;
}

/** The largest body, a sound, comes through at 1 Mbit/s. */
const usual: Patience = { headersMs: 15_000, requestMs: 180_000 };

/** Takes a port first, so that addresses are known before the app that needs them is made. */
export async function listen(
  host: string,
  port: number,
  { headersMs, requestMs }: Patience = usual,
): Promise<Listening> {
  const server = createServer({
    headersTimeout: headersMs,
    requestTimeout: requestMs,
    connectionsCheckingInterval: headersMs / 3,
  });
  // Whoever asks before there is anybody to answer waits: Node would forget a request that nobody listens for.
  const early: Parameters<RequestListener>[] = [];
  const keep = (...request: Parameters<RequestListener>) => void early.push(request);
  server.on("request", keep);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, resolve);
  });
  return {
    url: urlOf(server, host),
    serve(answer) {
      server.off("request", keep).on("request", answer);
      for (const request of early.splice(0)) answer(...request);
    },
    stop: (graceSeconds = 0) =>
      new Promise((resolve) => {
        // A connection whose request is answered meanwhile would be kept for the next one.
        const tidying = setInterval(() => server.closeIdleConnections(), 20);
        const cutOff = setTimeout(() => server.closeAllConnections(), graceSeconds * 1000);
        server.close(() => {
          clearInterval(tidying);
          clearTimeout(cutOff);
          resolve();
        });
      }),
  };
}

function urlOf(server: Server, host: string): string {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}
