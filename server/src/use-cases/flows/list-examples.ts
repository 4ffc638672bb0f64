import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Flow, readFlowFile } from "@ozflow/compiler";
import type { Deps } from "../../deps.ts";

export interface Example {
  /** The file's name without `.json`. */
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly flow: Flow;
}

/** The flows that ship with the product, in the order of their names. A file that is no flow is left out and logged. */
export async function listExamples({ settings, log }: Pick<Deps, "settings" | "log">): Promise<readonly Example[]> {
  const folder = settings.examplesFolder;
  const files = await readdir(folder).catch((): string[] => []);
  const descriptions = readDescriptions(await readFile(join(folder, "README.md"), "utf8").catch(() => ""));
  const examples: Example[] = [];
  // Tests lie beside their flows.
  const flowFiles = files.filter((name) => name.endsWith(".json") && !name.endsWith(".test.json"));
  for (const file of flowFiles.sort()) {
    const id = file.slice(0, -".json".length);
    const read = readFlowFile(await readFile(join(folder, file), "utf8"));
    if ("flow" in read) {
      examples.push({ id, name: read.flow.name, description: descriptions.get(id) ?? "", flow: read.flow });
    } else log.warn(`The example ${file} is left out`, { reason: read.diagnostics[0]?.message });
  }
  return examples;
}

/** A line a flow: "* `id`: text". */
function readDescriptions(readme: string): ReadonlyMap<string, string> {
  return new Map([...readme.matchAll(/^[*-] `([^`]+)`:\s*(.+)$/gm)].map(([, id = "", text = ""]) => [id, text.trim()]));
}
