import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { environment } from "../../server/src/config.ts";
import { configurationPage } from "../../server/src/configuration-page.ts";

it.each(Object.entries(environment.shape))("%s is explained", (_name, schema) => {
  expect(schema.description).toMatch(/^[`A-Z].{20,}\.$/);
});

it("is what docs/configuration.md says; `npm run docs` makes it again", () => {
  expect(readFileSync(new URL("../../docs/configuration.md", import.meta.url), "utf8")).toBe(configurationPage());
});
