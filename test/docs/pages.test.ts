import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { environment } from "../../server/src/config.ts";
import { createMetrics, observe } from "../../server/src/operations/metrics.ts";
import { docPages, repository } from "../support/doc-pages.ts";

/** Variables of programs around us, which pages may name too. */
const ofOthers = new Set(["CI", "CHROMIUM_PATH", "POSTGRES_PASSWORD", "UPDATE_GOLDEN", "UPDATE_BROKEN", "VACUUM"]);

describe.each(docPages)("$path", ({ path, text }) => {
  test("links to files that are there", () => {
    const links = [...text.matchAll(/\]\((?!https?:)([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, link = ""]) => link);
    expect(links.filter((link) => !existsSync(join(repository, dirname(path), link)))).toEqual([]);
  });

  test("names files of an installation that are in the repository", () => {
    const named = [...text.matchAll(/\/opt\/ozflow\/([\w./-]*\w)/g)].map(([, file = ""]) => file);
    expect(named.filter((file) => !existsSync(join(repository, file)))).toEqual([]);
  });

  test("names variables that the server knows", () => {
    const named = [...text.matchAll(/(?:`|^)([A-Z][A-Z]+(?:_[A-Z]+)+)(?=[`=])/gm)].map(([, name = ""]) => name);
    const known = (name: string) => name in environment.shape || ofOthers.has(name) || name.startsWith("OZFLOW_TEST");
    expect(named.filter((name) => !known(name))).toEqual([]);
  });

  test("names figures that the server has", async () => {
    const metrics = createMetrics();
    observe(metrics, { lagMs: () => 0, inFlight: () => 0, openCalls: async () => ({}) });
    const had = await metrics.registry.metrics();
    const named = [...text.matchAll(/`(ozflow_[a-z_]+)/g)].map(([, name = ""]) => name);
    expect(named.filter((name) => !had.includes(`# TYPE ${name} `))).toEqual([]);
  });
});
