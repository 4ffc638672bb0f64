import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

// Runs the benches and writes their figures into the README, each between its two marks. Numbers there are never typed.
const names = process.argv.length > 2 ? process.argv.slice(2) : ["callbacks", "compile", "load"];
for (const name of names) {
  const output = execFileSync("npx", ["tsx", "test/bench/main.ts", name], { encoding: "utf8", maxBuffer: 1e8 });
  const lines = output.trim().split("\n");
  const rows = lines
    .map((line) => JSON.parse(line))
    .map(({ name, value, unit, baseline, ratio }) => `| ${name} | ${value} ${unit} | ${baseline} | ${ratio} |`);
  const table = ["| what | measured | against | ratio |", "|---|---|---|---|", ...rows].join("\n");
  const [begin, end] = [`<!-- figures ${name} -->`, `<!-- /figures ${name} -->`];
  const readme = readFileSync("README.md", "utf8");
  if (!readme.includes(begin) || !readme.includes(end))
    throw new Error(`README.md has no place for figures of ${name}`);
  const [before, after] = [readme.split(begin, 1)[0], readme.split(end)[1]];
  writeFileSync("README.md", `${before}${begin}\n${table}\n${end}${after}`);
}
