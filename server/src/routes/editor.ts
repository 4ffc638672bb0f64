import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { serveStatic } from "@hono/node-server/serve-static";
import { type Context, Hono } from "hono";

/** Stands in the built page wherever the nonce of an answer belongs (editor/vite.config.ts). */
const placeholder = "OZFLOW_NONCE";

/** The editor's built files. An address that is no file is the editor's own, so it gets the page. */
export function editorRoutes(folder: string): Hono {
  const routes = new Hono();
  if (!existsSync(join(folder, "index.html"))) {
    return routes.get("*", (context) => context.html(notBuilt, 404));
  }
  // Vite puts a hash of the content into these names, so they never change.
  routes.use("/assets/*", async (context, next) => {
    await next();
    if (context.res.ok) context.header("Cache-Control", "public, max-age=31536000, immutable");
  });
  const page = async (context: Context) => {
    const html = await readFile(join(folder, "index.html"), "utf8");
    return context.html(html.replaceAll(placeholder, context.get("secureHeadersNonce") ?? ""), 200, {
      "Cache-Control": "no-store",
    });
  };
  routes.get("/", page);
  routes.get("/index.html", page);
  routes.get("*", serveStatic({ root: folder }));
  routes.get("/assets/*", (context) => context.notFound());
  routes.get("*", page);
  return routes;
}

const notBuilt = `<!doctype html><title>OzFlow</title>
<p>The server runs; the editor is not built yet. Run <code>npm start</code>, or <code>npm run build -w editor</code>.</p>`;
