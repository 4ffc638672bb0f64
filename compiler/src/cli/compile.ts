import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { Command } from "commander";
import { exportStatic, fileName } from "../export/static-documents.ts";
import { command, printJson, programOf } from "./flow-file.ts";

interface Options {
  readonly out: string;
  readonly baseUrl: string;
  readonly json?: true;
}

export const compileCommand = new Command("compile")
  .description("Write the OzML documents of a flow")
  .argument("<flow>", "a flow file")
  .requiredOption("--out <dir>", "folder for the documents; made when missing")
  .option("--base-url <url>", "address the documents will be found at", "http://localhost")
  .option("--json", "print what was written as JSON")
  .action(
    command(async (path: string, options: Options) => {
      const program = await programOf(path);
      const { files, live } = exportStatic(program, options.baseUrl.replace(/\/+$/, ""));
      await mkdir(options.out, { recursive: true });
      for (const [name, xml] of files) await writeFile(join(options.out, name), xml);
      await writeFile(join(options.out, "program.json"), `${JSON.stringify(program, null, 2)}\n`);
      const entries = Object.fromEntries(Object.entries(program.entries).map(([kind, name]) => [kind, fileName(name)]));
      const manifest = { name: program.name, entries, files: [...files.keys()].sort(), live: Object.fromEntries(live) };
      await writeFile(join(options.out, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
      if (options.json) return printJson(manifest);
      console.log(`${files.size} of ${files.size + live.size} documents are files any web server can host.`);
      if (live.size > 0) {
        const steps = [...new Set([...live.values()].flat())].sort();
        console.log(`The others are made for each call by the OzFlow server, because of: ${steps.join(", ")}.`);
      }
    }),
  );
