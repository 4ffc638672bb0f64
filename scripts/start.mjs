import { existsSync } from "node:fs";
import { installMissing, run } from "./install.mjs";

// Installs what is missing, builds the editor once, and starts the server with the embedded database and the virtual PBX.
installMissing();
if (!existsSync("editor/dist/index.html") || process.argv.includes("--build"))
  run("npm", ["run", "build", "-w", "editor"]);
await import("../server/bin/ozflow-server.js");
