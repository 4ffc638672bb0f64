import { buildEditorIfStale } from "./build-editor.mjs";
import { installMissing } from "./install.mjs";

// Installs what is missing, builds the editor, and starts the server with the embedded database and the virtual PBX.
installMissing();
buildEditorIfStale();
await import("../server/bin/ozflow-server.js");
