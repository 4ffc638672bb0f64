import { createServer } from "node:http";
import { text } from "node:stream/consumers";

export interface Recorded {
  readonly method: string;
  readonly path: string;
  /** Of the query, in the order they came. */
  readonly parameters: readonly (readonly [string, string])[];
  /** Of a form in the body. */
  readonly form: Readonly<Record<string, string>>;
}

export interface Recorder {
  readonly url: string;
  readonly requests: readonly Recorded[];
  /** What is answered from now on; `never` keeps the asker waiting. */
  answer(body: string | "never", status?: number, type?: string): void;
  stop(): Promise<void>;
}

/** A web server that writes down what it is asked and answers what it is told to. */
export async function startRecorder(): Promise<Recorder> {
  const requests: Recorded[] = [];
  let reply = { body: "", status: 200, type: "application/xml" };
  const server = createServer(async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://recorder");
    const form = Object.fromEntries(new URLSearchParams(await text(request)));
    requests.push({ method: request.method ?? "", path: pathname, parameters: [...searchParams], form });
    if (reply.body === "never") return;
    response.writeHead(reply.status, { "Content-Type": reply.type }).end(reply.body);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  return {
    url: `http://127.0.0.1:${typeof address === "object" ? address?.port : ""}`,
    requests,
    answer: (body, status = 200, type = "application/xml") => {
      reply = { body, status, type };
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
