import { Command, InvalidArgumentError, Option } from "commander";
import { type CompileOptions, compile, defaultCompileOptions } from "../compile.ts";
import { exportStatic, fileName } from "../export/static-documents.ts";
import { measure } from "../simulate/measure.ts";
import { command, faultyFile, flowOf, type LibraryOption, libraryOption, printJson } from "./flow-file.ts";
import { writeFolder } from "./folder.ts";

interface Options extends CompileOptions, LibraryOption {
  readonly out: string;
  readonly baseUrl: string;
  readonly partial?: true;
  readonly json?: true;
}

export const compileCommand = new Command("compile")
  .description("Write the OzML documents of a flow")
  .argument("<flow>", "a flow file")
  .requiredOption("--out <dir>", "folder for the documents; made when missing")
  .option(...libraryOption)
  .option("--base-url <url>", "address the documents will be found at", "http://localhost")
  .option("--partial", "write the documents that can be hosted anywhere, though others need the OzFlow server")
  .addOption(
    new Option("--trace <how>", "callbacks: as few as possible, or one for each choice")
      .choices(["lean", "branches"])
      .default("lean"),
  )
  .addOption(new Option("--generation <pbx>", "the PBX the documents are for").choices(["new", "old"]).default("new"))
  .option("--size-budget <bytes>", "largest document", bytes, defaultCompileOptions.sizeBudget)
  .option("--json", "print what was written, and what it costs, as JSON")
  .action(
    command(async (path: string, options: Options) => {
      const { trace, generation, sizeBudget } = options;
      const flow = await flowOf(path, options);
      const { program, diagnostics } = compile(flow, { trace, generation, sizeBudget });
      if (program === undefined) throw faultyFile(path, diagnostics);
      const { files, live } = exportStatic(program, options.baseUrl.replace(/\/+$/, ""));
      const written = live.size === 0 || options.partial ? files : new Map<string, string>();
      const manifest = {
        name: program.name,
        entries: Object.fromEntries(Object.entries(program.entries).map(([kind, name]) => [kind, fileName(name)])),
        files: [...written.keys()].sort(),
        live: Object.fromEntries(live),
      };
      await writeFolder(options.out, manifest.files, {
        ...Object.fromEntries(written),
        "manifest.json": `${JSON.stringify(manifest, null, 2)}\n`,
        "program.json": `${JSON.stringify(program, null, 2)}\n`,
        "HOSTING.txt": hostingNote,
      });
      const measures = measure(flow, program);
      if (options.json) return printJson({ ...manifest, measures, diagnostics });
      const total = files.size + live.size;
      console.log(`${files.size} of ${total} documents are files any web server can host.`);
      if (live.size > 0) {
        const steps = [...new Set([...live.values()].flat())].sort().join(", ");
        console.log(`The others are made for each call by the OzFlow server, because of: ${steps}.`);
        if (!options.partial)
          console.log("So no documents were written; add --partial to write those that can be hosted anywhere.");
      }
      const { best, worst, mean } = measures.callbacks;
      console.log(
        `Callbacks in a call: ${best} at best, ${worst} at worst, ${mean} on average; one for each question would be ${measures.onePerWait}.`,
      );
    }),
  );

function bytes(text: string): number {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1000) throw new InvalidArgumentError("A size in bytes, at least 1000.");
  return number;
}

const hostingNote = `How to host these documents

Put every .ozml file where your web server finds it under the address given with --base-url, and let your PBX ask for the
file that manifest.json names under "entries".

The PBX asks by POST with a form, and many web servers refuse to answer POST with a file: allow it for this folder
(nginx: error_page 405 =200 $uri;). Send the files as application/xml.

program.json is for the OzFlow server and need not be hosted.
`;
