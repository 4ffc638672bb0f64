import { writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { tsImport } from "tsx/esm/api";

// Writes the pages of docs/ that are made from tables in the code. Tests fail when a page disagrees with its table.
const { writeDialectsPage } = await tsImport("../compiler/src/machine/dialects-page.ts", import.meta.url);
const { commandsPage } = await tsImport("../test/support/command-coverage.ts", import.meta.url);
const { configurationPage } = await tsImport("../server/src/configuration-page.ts", import.meta.url);
const page = (name) => fileURLToPath(new URL(`../docs/${name}.md`, import.meta.url));
await writeFile(page("dialects"), writeDialectsPage());
await writeFile(page("commands"), commandsPage());
await writeFile(page("configuration"), configurationPage());
