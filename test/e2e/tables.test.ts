import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { drawingOn, signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

describeInBrowser("tables that flows look into", (story) => {
  const csv = (name: string, text: string) => ({ name, mimeType: "text/csv", buffer: Buffer.from(text) });

  it("are uploaded as CSV files, looked at, searched, and refused in a sentence", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByRole("link", { name: "Tables" }).click();
    await page.getByText("No tables yet").waitFor();
    await page.getByRole("button", { name: "New table" }).click();
    const dialog = page.getByRole("dialog", { name: "New table" });
    const file = dialog.locator("input[type=file]");
    await file.setInputFiles(csv("Customers.csv", "number,name\n1001,Ann\n1001,Bob\n"));
    await dialog.getByText('Line 3: "1001" stands in line 2 already').waitFor();
    await expect.poll(() => dialog.getByRole("button", { name: "Upload" }).isDisabled()).toBe(true);
    const rows = Array.from({ length: 60 }, (_, n) => `Name ${n};${2000 + n}`);
    await file.setInputFiles(csv("Customers.csv", `name;number\nAnn;1001\n${rows.join("\n")}\n`));
    await dialog.getByText("61 rows with name, number").waitFor();
    await dialog.getByRole("combobox", { name: "Rows are found by" }).click();
    await page.getByRole("option", { name: "number" }).click();
    await dialog.getByRole("button", { name: "Upload" }).click();
    await page.getByRole("link", { name: "61 rows, found by number" }).click();
    await page.getByText("1–50 of 61").waitFor();
    await page.getByRole("button", { name: "After" }).click();
    await page.getByText("51–61 of 61").waitFor();
    await page.getByLabel("Find rows").fill("name 59");
    await page.getByText("1–1 of 1").waitFor();
    await page.getByRole("cell", { name: "2059" }).waitFor();
    await page.getByRole("link", { name: "All tables" }).click();
  });

  it("come back as files", async () => {
    const { page } = story();
    await page.getByRole("button", { name: "More for Customers" }).click();
    const begun = page.waitForEvent("download");
    await page.getByRole("menuitem", { name: "Download as CSV" }).click();
    const download = await begun;
    expect(download.suggestedFilename()).toBe("Customers.csv");
    const text = await readFile(await download.path(), "utf8");
    expect(text.split("\n").slice(0, 2)).toEqual(["\uFEFFname,number", "Ann,1001"]);
  });

  it("are chosen by name in a step with their columns, and heard on the phone in the browser", async () => {
    const { page } = story();
    const { drag, card, connect, open } = drawingOn(page);
    await page.getByRole("link", { name: "Flows" }).click();
    await page.getByRole("button", { name: /^Empty flow/ }).click();
    await drag("Incoming call", { x: 100, y: 40 });
    await drag("Lookup", { x: 100, y: 160 });
    await drag("Say", { x: 460, y: 160 });
    await connect("incoming-call", "Then", "lookup");
    await connect("lookup", "Found", "say");
    await open("lookup");
    await page.getByRole("combobox", { name: "Table" }).click();
    await page.getByRole("option", { name: "Customers" }).click();
    await card("lookup").getByText("call.caller in Customers").waitFor();
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByRole("combobox", { name: "Column" }).click();
    await page.getByRole("option", { name: "name", exact: true }).click();
    const into = page.getByRole("combobox", { name: "Into" });
    await into.fill("who");
    await page.getByRole("option", { name: /who/ }).click();
    await open("say");
    await page
      .getByRole("textbox", { name: /^What callers hear|Text/ })
      .first()
      .fill("Hello {who}.");

    await page.getByRole("banner").getByRole("button", { name: "Try a call" }).click();
    const phone = page.getByRole("tabpanel", { name: "Try a call" });
    await phone.getByRole("button", { name: "Call", exact: true }).click();
    await phone.getByText("Hello Ann.").first().waitFor();
    await page.keyboard.press("Control+s");
    await page.getByRole("button", { name: "Saved", exact: true }).waitFor();
  });

  it("are replaced, and stay while a flow looks into them", async () => {
    const { page } = story();
    await page.getByRole("link", { name: "All flows" }).click();
    await page.getByRole("link", { name: "Tables" }).click();
    await page.getByRole("button", { name: "More for Customers" }).click();
    await page.getByRole("menuitem", { name: "Replace the rows" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.locator("input[type=file]").setInputFiles(csv("new.csv", "number,name\n1001,Carol\n"));
    await dialog.getByRole("button", { name: "Replace" }).click();
    await page.getByRole("link", { name: "1 row, found by number" }).waitFor();
    await page.getByRole("button", { name: "More for Customers" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await page.getByText(/"Customers" is looked into by/).waitFor();
    expect(story().faults).toEqual([]);
  });
});
