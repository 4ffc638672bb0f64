import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { commandCoverage, commandsPage } from "../support/command-coverage.ts";

describe("the table of commands", () => {
  const rows = commandCoverage();

  it("has the 39 commands and leaves no cell open", () => {
    expect(rows).toHaveLength(39);
    for (const row of rows)
      for (const [column, cell] of Object.entries(row))
        expect(cell, `${row.command}, ${column}`).not.toMatch(/^$|^no$/);
  });

  it("is what docs/commands.md says; `npm run docs` makes it again", () => {
    expect(readFileSync(new URL("../../docs/commands.md", import.meta.url), "utf8")).toBe(commandsPage());
  });
});
