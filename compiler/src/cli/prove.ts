import { Command } from "commander";
import { check } from "../compile.ts";
import type { Claim } from "../proofs/claims/claim.ts";
import { prove } from "../proofs/prove.ts";
import { command, flowOf, type LibraryOption, libraryOption, printJson } from "./flow-file.ts";
import { type KnownOptions, knownBy, soundsOption } from "./known-options.ts";
import { writeTrial } from "./trial-options.ts";

const marks = { proven: "proven", refuted: "REFUTED", "cannot-tell": "unclear" } as const;

export const proveCommand = new Command("prove")
  .description("Say what callers can never meet, or show a call that does; exit code 1 when something is refuted")
  .argument("<flow>", "a flow file")
  .option(...libraryOption)
  .option(...soundsOption)
  .option("--json", "print the claims and the calls that refute them as JSON")
  .action(
    command(async (path: string, options: LibraryOption & KnownOptions & { json?: true }) => {
      const { analysis, diagnostics } = check(await flowOf(path, options));
      const claims = prove(analysis, await knownBy(options));
      if (options.json) printJson({ claims: claims.map((claim) => withCommand(claim, path)) });
      else console.log(claims.map((claim) => printClaim(claim, path)).join("\n\n"));
      const errors = diagnostics.filter((one) => one.severity === "error").length;
      if (errors > 0) console.error(`\nThe flow has errors (ozflow check ${path}): what is faulty was left out.`);
      if (errors > 0 || claims.some((one) => one.verdict === "refuted")) process.exitCode = 1;
    }),
  );

function withCommand(claim: Claim, path: string): Claim & { readonly command?: string } {
  return claim.call === undefined ? claim : { ...claim, command: runLine(claim.call, path) };
}

function printClaim({ title, verdict, sentence, call }: Claim, path: string): string {
  const shown = call === undefined ? [] : [`         ${runLine(call, path)}`];
  return [`${marks[verdict].padEnd(8)} ${title.message}`, `         ${sentence.message}`, ...shown].join("\n");
}

function runLine(call: NonNullable<Claim["call"]>, path: string): string {
  return ["ozflow run", path, ...writeTrial(call)].join(" ");
}
