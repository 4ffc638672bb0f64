import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "vite";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [react()],
  // xmlbuilder2 extends Node's EventEmitter, which no browser has.
  resolve: { alias: { events: here("./src/worker/node-events.ts") } },
  // The server puts in another one each time it gives the page (server/src/routes/editor.ts).
  html: { cspNonce: "OZFLOW_NONCE" },
  worker: { format: "es" },
  build: {
    target: "es2023",
    // The page's policy takes fonts from files only.
    assetsInlineLimit: (file) => (file.endsWith(".woff2") ? false : undefined),
    rolldownOptions: {
      // The compiler's modules only define things. Knowing that, the page takes the step kinds and leaves the XML writer.
      treeshake: { moduleSideEffects: [{ test: /[\\/]compiler[\\/]src[\\/]/, sideEffects: false }] },
    },
  },
  server: { proxy: { "/api": "http://127.0.0.1:7777" } },
});
