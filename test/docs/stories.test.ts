import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = new URL("../e2e/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
const stakes = [...read("README.md").matchAll(/^\| (.+?) \| `([\w-]+)` \| (.+) \|$/gm)];
const stories = readdirSync(folder)
  .filter((file) => file.endsWith(".test.ts"))
  .flatMap((file) => [...read(file).matchAll(/^ {2}it\("(.+?)",/gm)].map(([, told]) => told));

describe("the stories in a browser", () => {
  it.each(stakes.map(([, what, file, story]) => ({ what, file, story })))("show: $what", ({ file, story }) => {
    expect(read(`${file}.test.ts`)).toContain(`it("${story}"`);
  });

  it("are as many as they must be", () => {
    expect(stakes.length).toBeGreaterThan(30);
    expect(stories.length).toBeGreaterThanOrEqual(40);
  });
});
