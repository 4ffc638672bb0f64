import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const folder = new URL("../e2e/", import.meta.url);
const read = (name: string) => readFileSync(new URL(name, folder), "utf8");
const stakes = [...read("README.md").matchAll(/^\| (.+?) \| `([\w-]+)` \| (.+) \|$/gm)];
const files = readdirSync(folder)
  .filter((file) => file.endsWith(".test.ts"))
  .map((file) => ({ file, text: read(file) }));
const stories = files.flatMap(({ text }) => [...text.matchAll(/^ {2}it\("(.+?)",/gm)].map(([, told]) => told));

describe("the stories in a browser", () => {
  it.each(stakes.map(([, what, file, story]) => ({ what, file, story })))("show: $what", ({ file, story }) => {
    expect(read(`${file}.test.ts`)).toContain(`it("${story}"`);
  });

  it("are as many as they must be", () => {
    expect(stakes.length).toBeGreaterThan(30);
    expect(stories.length).toBeGreaterThanOrEqual(40);
  });

  it("look again until the page shows what they expect", () => {
    const once = files.map(({ file, text }) => [file, text.match(/expect\(await (?!findBarriers|page\.evaluate).*/g)]);
    expect(once.filter(([, found]) => found !== null)).toEqual([]);
  });
});
