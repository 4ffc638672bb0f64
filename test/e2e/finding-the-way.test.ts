import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { drawingOn, signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

/** Compressed bytes. The first page's is issue 7, part 9; opening a flow adds the canvas and the inspector. */
const firstPageBudget = 300_000;
const openFlowBudget = 130_000;

describeInBrowser("the editor shows the way", (story) => {
  it("loads little at first, little more to draw, and the XML writer only in the compiler's thread", async () => {
    const { app, page } = story();
    const scripts = new Map<string, Buffer>();
    page.on("response", async (response) => {
      const isScript = response.request().resourceType() === "script" && !response.url().includes(".worker");
      if (isScript && response.ok()) scripts.set(response.url(), await response.body());
    });
    const bytes = () => [...scripts.values()].reduce((sum, body) => sum + gzipSync(body).length, 0);
    await signIn(page, app.url, admin);
    await page.getByRole("button", { name: /^Empty flow/ }).waitFor();
    await page.waitForLoadState("networkidle");
    const firstPage = bytes();
    expect(firstPage).toBeGreaterThan(0);
    expect(firstPage).toBeLessThan(firstPageBudget);

    await page.getByRole("button", { name: /^Empty flow/ }).click();
    await page.getByText("Drag a step here to begin").waitFor();
    await page.waitForLoadState("networkidle");
    expect(bytes() - firstPage).toBeLessThan(openFlowBudget);
    expect([...scripts.values()].some((body) => body.includes("invalidCharReplacement"))).toBe(false);
    page.removeAllListeners("response");
  });

  it("offers the next step where a line is let go over the empty canvas, and connects it", async () => {
    const { page } = story();
    const { drag, card } = drawingOn(page);
    await drag("Incoming call", { x: 120, y: 200 });
    await card("incoming-call").getByLabel("Way out: Then").hover();
    await page.mouse.down();
    await page.mouse.move(760, 300, { steps: 5 });
    await page.mouse.up();
    const menu = page.getByRole("dialog", { name: "Add the next step" });
    await menu.getByPlaceholder("Search steps").fill("digits");
    await page.keyboard.press("Enter");
    await card("collect-digits").waitFor();
    await page.locator(".react-flow__edge").waitFor({ state: "attached" });
  });

  it("jumps from a problem to the field that has it", async () => {
    const { page } = story();
    const { drag } = drawingOn(page);
    await drag("Transfer", { x: 560, y: 480 });
    await page.getByRole("button", { name: /\d problems/ }).click();
    await page.getByRole("button", { name: /enter the number to transfer to/ }).click();
    const field = page.getByRole("combobox", { name: "Transfer to" });
    await page.locator("input:focus").and(field).waitFor();
    await page
      .getByRole("complementary", { name: "Details" })
      .getByText(/^Callers go nowhere/)
      .waitFor();
    await field.fill("2000");
    await page.getByRole("button", { name: /enter the number to transfer to/ }).waitFor({ state: "detached" });
  });

  it("shows the OzML of what is drawn and lights the lines of the selected step", async () => {
    const { page } = story();
    await page.getByRole("banner").getByRole("button", { name: "OzML preview", exact: true }).click();
    const code = page.getByLabel("OzML document");
    await code.getByText("Please enter your 4-digit PIN.").first().waitFor();
    await page.getByRole("button", { name: "Show everything" }).click();
    await drawingOn(page).open("collect-digits");
    await expect.poll(() => code.locator('[class*="lit"]').count()).toBeGreaterThan(0);
  });

  it("brings everything into view, also what was far away", async () => {
    const { page } = story();
    await page.getByRole("button", { name: "Close panel" }).click();
    const { card } = drawingOn(page);
    const pane = page.locator(".react-flow__pane");
    await pane.hover({ position: { x: 300, y: 600 } });
    await page.mouse.down();
    await page.mouse.move(3000, 3000, { steps: 3 });
    await page.mouse.up();
    await card("transfer").waitFor({ state: "detached" });
    await page.keyboard.press("Shift+1");
    for (const id of ["incoming-call", "collect-digits", "transfer"]) await card(id).waitFor();
  });

  it("finds a step by what is in it, and goes there", async () => {
    const { page } = story();
    const { open } = drawingOn(page);
    await open("transfer");
    await page.getByRole("combobox", { name: "Transfer to" }).fill("0036205550100");
    await open("incoming-call");
    await page.keyboard.press("Control+f");
    const search = page.getByPlaceholder("Find a step, or do something");
    await search.fill("5550100");
    await page.getByRole("dialog").getByText("0036205550100").waitFor();
    await page.keyboard.press("Enter");
    await page.locator('[data-testid="step-transfer"][data-selected]').waitFor();
    await page.keyboard.press("Control+f");
    await search.fill("nobody has drawn this");
    await page.getByText("Nothing is called that.").waitFor();
    await page.keyboard.press("Escape");
  });

  it("runs any action from the command palette", async () => {
    const { page, faults } = story();
    await page.keyboard.press("Control+k");
    await page.getByPlaceholder("Find a step, or do something").fill("select all");
    await page.keyboard.press("Enter");
    await page.getByText("3 steps selected").waitFor();
    await page.getByRole("complementary", { name: "Details" }).getByRole("button", { name: "Delete" }).click();
    await page.getByText("Drag a step here to begin").waitFor();
    expect(faults).toEqual([]);
  });
});
