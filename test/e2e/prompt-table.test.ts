import { readFile, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { drawingOn, signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

const table = (page: Page) => page.getByRole("dialog", { name: /^Prompts of/ });

describeInBrowser("all prompts of a flow in one table", (story) => {
  it("are read and corrected in place, and found on the canvas", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByRole("button", { name: /PIN check/ }).click();
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "All prompts" }).click();
    const asked = table(page)
      .getByLabel(/^Ask for the PIN, .*Text$/)
      .first();
    await asked.fill("Your PIN, please.");
    await table(page).getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => asked.inputValue()).not.toBe("Your PIN, please.");
    await table(page).getByRole("button", { name: "Redo" }).click();
    await expect.poll(() => asked.inputValue()).toBe("Your PIN, please.");
    await table(page).getByRole("button", { name: "Ask for the PIN" }).first().click();
    await table(page).waitFor({ state: "detached" });
    await drawingOn(page).card("ask-pin").getByText("Your PIN, please.").waitFor();
    await page.locator("textarea:focus, input:focus").waitFor();
  });

  it("are replaced everywhere at once", async () => {
    const { page } = story();
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "All prompts" }).click();
    await table(page).getByLabel("Find").fill("PIN");
    await table(page).getByLabel("Replace by").fill("secret number");
    await table(page)
      .getByRole("button", { name: /^Replace in \d+ texts?/ })
      .click();
    await table(page).getByLabel("Find").fill("secret number");
    const found = table(page)
      .getByLabel(/^Ask for the PIN, .*Text$/)
      .first();
    await expect.poll(() => found.inputValue()).toBe("Your secret number, please.");
    await table(page).getByLabel("Find").fill("");
  });

  it("go out as a file and come back; what was changed meanwhile is asked about", async () => {
    const { page, faults } = story();
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      table(page).getByRole("button", { name: "CSV", exact: true }).click(),
    ]);
    const csv = await readFile(await download.path(), "utf8");
    const words = "Your secret number, please.";
    // The first of the two columns is the one that is worked on.
    const translated = csv.replace(words, "Su número secreto, por favor.");
    const strange = `${translated}nobody,say,Nobody,Text,,1,Hello,Hello\r\n`;
    const file = join(tmpdir(), `ozflow-prompts-${process.pid}.csv`);
    await writeFile(file, strange);
    const asked = table(page)
      .getByLabel(/^Ask for the PIN, .*Text$/)
      .first();
    await asked.fill("Changed meanwhile");
    await table(page).locator('input[type="file"]').setInputFiles(file);
    const dialog = page.getByRole("dialog", { name: /^Texts from/ });
    await dialog.getByText("1 text was changed here since the file was made").waitFor();
    await dialog.getByText(/1 row belongs to no prompt/).waitFor();
    await dialog.getByRole("checkbox").check();
    await dialog.getByRole("button", { name: "Take 1 text" }).click();
    await expect.poll(() => asked.inputValue()).toBe("Su número secreto, por favor.");
    expect(faults).toEqual([]);
  });

  it("have among them what callers hear when the flow fails, and lead to where it is written", async () => {
    const { app, page, faults } = story();
    const failing = {
      ...flow({ languages: ["en-US", "es-ES"], steps: { in: "incoming-call", bye: "hang-up" }, edges: ["in > bye"] }),
      name: "Failing",
      layout: { in: { x: 0, y: 0 }, bye: { x: 0, y: 160 } },
      fallback: { prompt: { say: "Sorry, our lines are down." } },
    };
    const created = await page.request.post(`${app.url}/api/flows`, { data: { flow: failing } });
    const { id } = (await created.json()) as { id: string };
    await page.goto(`${app.url}/#/flows/${id}`);
    const openTable = async () => {
      await page.getByRole("button", { name: "More", exact: true }).click();
      await page.getByRole("menuitem", { name: "All prompts" }).click();
    };
    await openTable();
    const english = table(page).getByLabel("When something fails, Text", { exact: true });
    const spanish = table(page).getByLabel("When something fails, es-ES, Text");
    const isOpenOnly = table(page).getByRole("switch", { name: /^To be translated/ });
    await isOpenOnly.click();
    await english.waitFor({ state: "detached" });
    await spanish.fill("Perdón, no hay línea.");
    await table(page).getByText("To be translated (0)").waitFor();
    await isOpenOnly.click();
    await table(page).getByLabel("Find").fill("lines");
    await table(page).getByLabel("Replace by").fill("phones");
    await table(page).getByRole("button", { name: "Replace in 1 text" }).click();
    await table(page).getByLabel("Find").fill("");
    await expect.poll(() => english.inputValue()).toBe("Sorry, our phones are down.");

    const [download] = await Promise.all([
      page.waitForEvent("download"),
      table(page).getByRole("button", { name: "CSV", exact: true }).click(),
    ]);
    const csv = await readFile(await download.path(), "utf8");
    const file = join(tmpdir(), `ozflow-apology-${process.pid}.csv`);
    // Of the two columns that hold it the first is worked on.
    await writeFile(file, csv.replace("Perdón, no hay línea.", "Lo sentimos."));
    await table(page).locator('input[type="file"]').setInputFiles(file);
    await page.getByRole("button", { name: "Take 1 text" }).click();
    await expect.poll(() => spanish.inputValue()).toBe("Lo sentimos.");
    // It is never nothing: what was emptied comes back when the field is left.
    await english.fill("");
    await spanish.focus();
    await expect.poll(() => english.inputValue()).toBe("Sorry, our phones are down.");

    await table(page).getByRole("row").filter({ hasText: "es-ES, Text" }).getByRole("button").click();
    await table(page).waitFor({ state: "detached" });
    const details = page.getByRole("complementary", { name: "Details" });
    const field = details.getByRole("textbox", { name: "Callers hear in European Spanish" });
    await field.and(page.locator(":focus")).waitFor();
    await expect.poll(() => field.inputValue()).toBe("Lo sentimos.");
    await openTable();
    await table(page).getByRole("button", { name: "When something fails" }).first().click();
    const first = details.getByRole("textbox", { name: "Callers hear in American English" });
    await first.and(page.locator(":focus")).waitFor();
    expect(faults).toEqual([]);
  });
});
