import { readFile, writeFile } from "node:fs/promises";
import { basename } from "node:path";
import { Command } from "commander";
import { writeFlow } from "../flow/index.ts";
import { type ImportWarning, importOzml, type OzmlFile } from "../import/import-ozml.ts";
import { CommandError, command, printJson } from "./flow-file.ts";

interface Options {
  readonly out: string;
  readonly baseUrl?: string;
  readonly json?: true;
}

export const importCommand = new Command("import")
  .description("Turn OzML into a flow; files that link to each other become one, and the call begins in the first")
  .argument("<files...>", "OzML files")
  .requiredOption("--out <flow>", "the flow file to write")
  .option("--base-url <url>", "the folder where the phone system finds the files; without it their names decide")
  .option("--json", "print what was imported, and the warnings, as JSON")
  .action(
    command(async (paths: readonly string[], options: Options) => {
      const files: OzmlFile[] = [];
      for (const path of paths) files.push(await readOzmlFile(path, options.baseUrl));
      const { flow, verbatimSteps: raw, warnings } = importOzml(files);
      await writeFile(options.out, writeFlow(flow));
      if (options.json) return printJson({ out: options.out, steps: flow.steps.length, raw, warnings });
      for (const warning of warnings) console.log(printWarning(warning));
      const kept = raw === 0 ? "" : `, ${raw} of them OzML as it was`;
      console.log(`${options.out}: ${flow.steps.length} steps${kept}.`);
    }),
  );

async function readOzmlFile(path: string, baseUrl: string | undefined): Promise<OzmlFile> {
  const name = basename(path);
  const url = baseUrl === undefined ? undefined : `${baseUrl.replace(/\/+$/, "")}/${name}`;
  try {
    return { name, text: await readFile(path, "utf8"), ...(url === undefined ? {} : { url }) };
  } catch {
    throw new CommandError(`${path} cannot be read: is the name right?`);
  }
}

function printWarning({ file, line, column, message }: ImportWarning): string {
  return `${[file, line, column].filter((part) => part !== undefined).join(":")}: ${message}`;
}
