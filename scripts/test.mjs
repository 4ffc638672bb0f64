import { buildEditorIfStale } from "./build-editor.mjs";
import { installMissing, run } from "./install.mjs";

// Installs what is missing and runs every test. Browser stories need a Chromium (CHROMIUM_PATH or /usr/bin/chromium);
// without one they are skipped by name, which is a failure when CI=true. Further arguments go to vitest.
installMissing();
buildEditorIfStale();
run("npx", ["vitest", "run", ...process.argv.slice(2)]);
