import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import type { Flow } from "@ozflow/compiler";

/** A page with React Flow's own nodes, built as the editor is. */
export interface PlainPage {
  readonly url: string;
  /** What the page draws when it is loaded next, in a canvas of so many pixels. */
  show(flow: Flow, size: { readonly width: number; readonly height: number }): void;
  stop(): Promise<void>;
}

const types: Readonly<Record<string, string>> = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css" };
/** The same part of the drawing as the editor begins with. */
const viewport = { x: 40, y: 120, zoom: 0.8 };

export async function servePlainPage(): Promise<PlainPage> {
  const folder = mkdtempSync(join(tmpdir(), "ozflow-bench-"));
  const source = fileURLToPath(new URL("plain-page", import.meta.url));
  execFileSync(
    "npm",
    ["exec", "-w", "editor", "--", "vite", "build", source, "--outDir", folder, "--target", "es2023"],
    {
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
  let drawing = "{}";
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? "/", "http://localhost").pathname);
    if (path === "/drawing.json") return response.end(drawing);
    try {
      const content = await readFile(join(folder, path === "/" ? "index.html" : path));
      response.setHeader("content-type", types[extname(path === "/" ? ".html" : path)] ?? "text/html");
      response.end(content);
    } catch {
      response.statusCode = 404;
      response.end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    show(flow, size) {
      const nodes = flow.steps.map(({ id, label }) => ({ id, position: flow.layout[id], data: { label } }));
      const edges = flow.edges.map(({ from, port, to }) => ({ id: `${from}/${port}`, source: from, target: to }));
      drawing = JSON.stringify({ nodes, edges, viewport, size });
    },
    async stop() {
      await new Promise((resolve) => server.close(resolve));
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
