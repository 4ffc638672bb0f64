import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Locator } from "playwright-core";
import { expect, it } from "vitest";
import { drawingOn, signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

const officeMenu = JSON.parse(
  readFileSync(fileURLToPath(new URL("../../flows/office-menu.json", import.meta.url)), "utf8"),
);

async function boxOf(locator: Locator) {
  const box = await locator.boundingBox();
  if (box === null) throw new Error("it is not on the canvas");
  return box;
}

describeInBrowser("frames around steps that belong together", (story) => {
  it("are put around the selected steps and given a title", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByText("Draw your first call flow").waitFor();
    const stored = await page.request.post(`${app.url}/api/flows`, { data: { flow: officeMenu } });
    await page.goto(`${app.url}/#/flows/${(await stored.json()).id}`);
    const { open, card } = drawingOn(page);
    await page.getByRole("button", { name: "Show everything" }).click();
    await open("sales");
    await card("support")
      .locator("header")
      .click({ modifiers: ["Control"] });
    await page.keyboard.press("Control+g");
    const frame = page.getByRole("region", { name: "Frame: Steps that belong together" });
    await frame.getByRole("button", { name: "Steps that belong together", exact: true }).dblclick();
    await page.getByLabel("Title of the frame").fill("Departments");
    await page.keyboard.press("Enter");
    const around = await boxOf(page.getByRole("region", { name: "Frame: Departments" }));
    for (const id of ["sales", "support"]) {
      const inside = await boxOf(card(id));
      expect(inside.x).toBeGreaterThan(around.x);
      expect(inside.y + inside.height).toBeLessThan(around.y + around.height);
    }
  });

  it("take their steps along when they are moved, as one step that can be undone", async () => {
    const { page } = story();
    const { card } = drawingOn(page);
    const frame = page.getByRole("region", { name: "Frame: Departments" });
    const [before, head] = [await boxOf(card("sales")), await boxOf(frame)];
    await page.mouse.move(head.x + head.width - 30, head.y + 5);
    await page.mouse.down();
    await page.mouse.move(head.x + head.width + 20, head.y - 60, { steps: 8 });
    await page.mouse.up();
    const moved = async () => {
      const after = await boxOf(card("sales"));
      return Math.min((after.x - before.x) / 20, (before.y - after.y) / 30);
    };
    await expect.poll(moved).toBeGreaterThan(1);
    await page.keyboard.press("Control+z");
    await expect.poll(async () => Math.round((await boxOf(card("sales"))).x)).toBe(Math.round(before.x));
  });

  it("fold to one card with the ways out, and stay folded when the flow is opened again", async () => {
    const { page, faults } = story();
    const { card } = drawingOn(page);
    await page.getByRole("button", { name: "Fold Departments" }).click();
    await card("sales").waitFor({ state: "detached" });
    const frame = page.getByRole("region", { name: "Frame: Departments" });
    await frame.getByText("2 steps").waitFor();
    await frame.getByText("Sales: New order").waitFor();
    await page.getByRole("button", { name: "Saved", exact: true }).waitFor();
    await page.reload();
    await page.getByRole("button", { name: "Show everything" }).click();
    await frame.getByText("2 steps").waitFor();
    await expect.poll(() => card("support").count()).toBe(0);
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("Find a step, or do something").fill("select all");
    await page.keyboard.press("Enter");
    await card("support").waitFor();
    await page.keyboard.press("Escape");
    await card("support").waitFor({ state: "detached" });
    await page.getByRole("button", { name: "Unfold Departments" }).click();
    await card("support").waitFor();
    expect(faults).toEqual([]);
  });
});
