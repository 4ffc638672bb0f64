import { createRequire } from "node:module";
import { documentFor, documentsGiven, started } from "./started.ts";

// The bare route on the Hono of our server: what any answer costs that reads the form.
const ofServer = createRequire(new URL("../../../../server/package.json", import.meta.url));
const { Hono } = ofServer("hono");
const { serve } = ofServer("@hono/node-server");

const documents = documentsGiven();
const app = new Hono();
app.post("/c/*", async (context: { req: { parseBody(): Promise<Form> }; body: (...given: unknown[]) => Response }) =>
  context.body(documentFor(await context.req.parseBody(), documents), 200, {
    "Content-Type": "application/xml; charset=utf-8",
  }),
);
serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }: { port: number }) => started(port));

type Form = Readonly<Record<string, string>>;
