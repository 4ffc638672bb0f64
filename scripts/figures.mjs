import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

// Runs the benches and writes their figures into the README, between its two marks. Numbers there are never typed.
const names = process.argv.length > 2 ? process.argv.slice(2) : ["callbacks", "compile", "load"];
const figures = names.flatMap((name) => {
  const output = execFileSync("npx", ["tsx", "test/bench/main.ts", name], { encoding: "utf8", maxBuffer: 1e8 });
  return output
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
});
const rows = figures.map(
  ({ name, value, unit, baseline, ratio }) => `| ${name} | ${value} ${unit} | ${baseline} | ${ratio} |`,
);
const table = ["| what | measured | against | ratio |", "|---|---|---|---|", ...rows].join("\n");
const readme = readFileSync("README.md", "utf8");
const written = readme.replace(
  /<!-- figures -->[\s\S]*<!-- \/figures -->/,
  `<!-- figures -->\n${table}\n<!-- /figures -->`,
);
writeFileSync("README.md", written);
