import { readFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Flow } from "@ozflow/compiler";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { drawingOn, signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

const officeMenu: Flow = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../flows/office-menu.json", import.meta.url)), "utf8"),
);
const details = (page: Page) => page.getByRole("complementary", { name: "Details" });
const versions = (page: Page) => page.getByRole("dialog", { name: /^Versions of/ });

async function openVersions(page: Page): Promise<void> {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "Versions" }).click();
  await versions(page).getByRole("navigation", { name: "Versions" }).waitFor();
}

describeInBrowser("the versions of a flow", (story) => {
  it("stand in a list with what was said, when and by whom", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByText("Draw your first call flow").waitFor();
    const send = async (method: "post" | "put", path: string, data: unknown) =>
      (await page.request[method](`${app.url}/api${path}`, { data })).json();
    const { id } = await send("post", "/flows", { flow: officeMenu });
    await send("post", `/flows/${id}/publish`, { version: 1, message: "The first one" });
    await page.goto(`${app.url}/#/flows/${id}`);
    await openVersions(page);
    const list = versions(page).getByRole("navigation", { name: "Versions" });
    await list.getByText("The first one").waitFor();
    await list.getByRole("button", { name: /Revision 1.*On the line.*Administrator/s }).waitFor();
    await versions(page).getByText("No step, line, variable or setting is different.").waitFor();
    await page.keyboard.press("Escape");
  });

  it("are compared on the canvas and as a list; what was only moved is no change", async () => {
    const { page } = story();
    const { card, open } = drawingOn(page);
    await page.getByRole("button", { name: "Show everything" }).click();
    await open("welcome");
    await details(page).getByLabel("Label").fill("A new beginning");
    await open("hours");
    await page.keyboard.press("Delete");
    await card("hours").waitFor({ state: "detached" });
    const name = page.getByLabel("Flow name").first();
    await name.fill("Drawn anew");
    await name.blur();
    await openVersions(page);
    const changes = versions(page).getByRole("list", { name: "Changes" });
    await changes.getByRole("button", { name: /A new beginning.*Changed/s }).waitFor();
    await changes.getByRole("button", { name: "Opening hours Removed" }).waitFor();
    const drawing = versions(page).getByRole("region", { name: "The two versions on one drawing" });
    await drawing.locator('[data-mark="changed"]').getByText("A new beginning").waitFor();
    await drawing.locator('[data-mark="removed"]').getByText("Opening hours").first().waitFor();
    await expect.poll(() => drawing.locator("[data-mark]").count()).toBe(2);
    await changes.getByRole("button", { name: /A new beginning/ }).click();
    await drawing.locator('[data-selected="true"]').getByText("A new beginning").waitFor();
  });

  it("become the draft again, which undo takes back", async () => {
    const { page } = story();
    const { card } = drawingOn(page);
    await versions(page)
      .getByRole("button", { name: /Revision 1/ })
      .click();
    await versions(page).getByRole("button", { name: "Make it the draft" }).click();
    await versions(page).waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Show everything" }).click();
    await card("hours").waitFor();
    await page.getByRole("button", { name: "Saved", exact: true }).waitFor();
    await page.keyboard.press("Control+z");
    await card("welcome").getByText("A new beginning").waitFor();
    await card("hours").waitFor({ state: "detached" });
  });

  it("are given away as a flow and as OzML", async () => {
    const { page, faults } = story();
    await openVersions(page);
    await versions(page)
      .getByRole("button", { name: /Revision 1/ })
      .click();
    const taken = async (click: Promise<void>) => {
      const [download] = await Promise.all([page.waitForEvent("download"), click]);
      return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
    };
    const json = await taken(versions(page).getByRole("button", { name: "Flow (JSON)" }).click());
    expect(json.name).toMatch(/-1\.json$/);
    expect(JSON.parse(String(json.bytes)).steps).toHaveLength(officeMenu.steps.length);
    await versions(page).getByRole("button", { name: "OzML (zip)" }).click();
    const zip = await taken(page.getByRole("button", { name: "Download zip" }).click());
    const documents = Object.entries(unzipSync(new Uint8Array(zip.bytes)));
    expect(documents.length).toBeGreaterThan(0);
    for (const [, bytes] of documents) expect(new TextDecoder().decode(bytes)).toContain("<Response>");
    expect(faults).toEqual([]);
  });
});
