import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { drawingOn, signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

const label = (page: Page) => page.getByRole("complementary", { name: "Details" }).getByLabel("Label");

async function drawOneStep(page: Page): Promise<void> {
  await page.getByText("Drag a step here to begin").waitFor();
  await drawingOn(page).drag("Say", { x: 200, y: 200 });
  await label(page).waitFor();
}

describeInBrowser("work is never lost", (story) => {
  it("undoes and redoes what was drawn and typed, by keys", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByRole("button", { name: /^Empty flow/ }).click();
    await drawOneStep(page);
    const { card } = drawingOn(page);
    await label(page).fill("Greeting");
    await page.keyboard.press("Control+z");
    await card("say").getByText("Say").first().waitFor();
    await expect.poll(() => label(page).inputValue()).toBe("Say");
    await page.keyboard.press("Control+z");
    await card("say").waitFor({ state: "detached" });
    await page.keyboard.press("Control+Shift+z");
    await page.keyboard.press("Control+Shift+z");
    await card("say").getByText("Greeting").waitFor();
  });

  it("brings unsaved work back after a reload and saves it", async () => {
    const { page } = story();
    page.once("dialog", (dialog) => void dialog.accept());
    await page.reload();
    const { card } = drawingOn(page);
    await card("say").getByText("Greeting").waitFor();
    await page.keyboard.press("Control+s");
    await page.getByRole("button", { name: "Saved" }).waitFor();
    await page.reload();
    await card("say").getByText("Greeting").waitFor();
    await page.getByRole("button", { name: "Saved" }).waitFor();
  });

  it("asks when another tab has saved meanwhile, and keeps both versions if told so", async () => {
    const { context, page } = story();
    const other = await context.newPage();
    await other.goto(page.url());
    await drawingOn(other).open("say");
    await label(other).fill("Theirs");
    await other.keyboard.press("Control+s");
    await other.getByRole("button", { name: "Saved" }).waitFor();
    await other.close();

    await drawingOn(page).open("say");
    await label(page).fill("Mine");
    await page.keyboard.press("Control+s");
    const dialog = page.getByRole("dialog", { name: "This flow was changed somewhere else" });
    const both = dialog.getByRole("list", { name: "Changes" }).getByRole("button", { name: /Mine.*Changed/s });
    await both.getByText("Theirs", { exact: true }).waitFor();
    await both.getByText("Mine", { exact: true }).last().waitFor();
    await page.getByRole("button", { name: "Keep mine as a copy" }).click();
    await expect.poll(() => page.getByLabel("Flow name").first().inputValue()).toBe("Untitled flow (my copy)");
    await drawingOn(page).card("say").getByText("Mine").waitFor();
    await page.getByRole("link", { name: "All flows" }).click();
    await page.getByRole("link", { name: "Untitled flow", exact: true }).click();
    await drawingOn(page).card("say").getByText("Theirs").waitFor();
  });

  it("saves by itself what was drawn without the net, as soon as the net is back", async () => {
    const { context, page } = story();
    const { open, card } = drawingOn(page);
    await open("say");
    await context.setOffline(true);
    await label(page).fill("Drawn");
    await page.getByRole("status").getByText("The server cannot be reached.").waitFor();
    await label(page).fill("Drawn without the net");
    await page.getByRole("button", { name: "Offline" }).waitFor();
    await context.setOffline(false);
    await page.getByRole("button", { name: "Saved", exact: true }).waitFor();
    await page.getByText("The server cannot be reached.").waitFor({ state: "detached" });
    await page.reload();
    await card("say").getByText("Drawn without the net").waitFor();
  });

  it("brings back what a tab that crashed had not saved", async () => {
    const { context, page } = story();
    const lost = await context.newPage();
    await lost.route("**/api/flows/*", (route, request) =>
      request.method() === "PUT" ? route.abort("connectionrefused") : route.continue(),
    );
    await lost.goto(page.url());
    await drawingOn(lost).open("say");
    await label(lost).fill("Before the crash");
    await lost.getByRole("button", { name: "Offline" }).waitFor();
    const crashed = lost.waitForEvent("crash");
    await lost.goto("chrome://crash").catch(() => undefined);
    await crashed;
    await lost.close();

    const back = await context.newPage();
    await back.goto(page.url());
    await back.getByText("Unsaved work from your last visit is back on the canvas.").waitFor();
    await drawingOn(back).card("say").getByText("Before the crash").waitFor();
    await back.getByRole("button", { name: "Saved", exact: true }).waitFor();
    await back.close();
    await page.reload();
    await drawingOn(page).card("say").getByText("Before the crash").waitFor();
  });

  it("copies steps from one tab into another", async () => {
    const { app, context, page } = story();
    await context.grantPermissions(["clipboard-read", "clipboard-write"]);
    const other = await context.newPage();
    await other.goto(app.url);
    await other.getByRole("button", { name: "New flow" }).click();
    await other
      .getByRole("dialog")
      .getByRole("button", { name: /^Empty flow/ })
      .click();
    await other.getByText("Drag a step here to begin").waitFor();
    await page.bringToFront();
    await drawingOn(page).open("say");
    await page.keyboard.press("Control+c");
    await other.bringToFront();
    await other.locator("body").press("Control+v");
    await other.locator(".react-flow__node").getByText("Before the crash").waitFor();
    await other.close();
  });

  it("copies steps from one flow into another through the clipboard", async () => {
    const { page, faults } = story();
    await drawingOn(page).open("say");
    await page.keyboard.press("Control+c");
    await page.getByRole("link", { name: "All flows" }).click();
    await page.getByRole("button", { name: "New flow" }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Empty flow/ })
      .click();
    await page.getByText("Drag a step here to begin").waitFor();
    await page.locator("body").press("Control+v");
    await page.locator(".react-flow__node").getByText("Before the crash").waitFor();
    expect(faults).toEqual([]);
  });
});
