import { expect, it } from "vitest";
import { drawingOn, signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

describeInBrowser("tools for drawing", (story) => {
  it("puts a step into a line it is dropped on", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByRole("button", { name: /^Empty flow/ }).click();
    await page.getByText("Drag a step here to begin").waitFor();
    const { drag, card, connect } = drawingOn(page);
    await drag("Incoming call", { x: 40, y: 100 });
    await drag("Hang up", { x: 520, y: 100 });
    await connect("incoming-call", "Then", "hang-up");
    await card("incoming-call").getByText("Somebody calls").click();
    const line = page.locator(".react-flow__edge-interaction");
    await line.waitFor({ state: "attached" });
    // In the middle of the line.
    const box = await line.boundingBox();
    const pane = await page.locator(".react-flow__pane").boundingBox();
    if (box === null || pane === null) throw new Error("there is no line");
    await drag("Say", { x: box.x + box.width / 2 - pane.x, y: box.y + box.height / 2 - pane.y });
    await expect.poll(() => page.locator(".react-flow__edge").count()).toBe(2);
  });

  it("puts another step in its place by key, lines kept", async () => {
    const { page } = story();
    const { open, card } = drawingOn(page);
    await open("say");
    await page.keyboard.press("r");
    await page.getByRole("dialog", { name: "Put another step in its place" }).locator("input:focus").waitFor();
    await page.keyboard.type("beep");
    await page.keyboard.press("Enter");
    await card("say").locator("header").getByText("Beep").first().waitFor();
    await expect.poll(() => page.locator(".react-flow__edge").count()).toBe(2);
  });

  it("adds the next step by key", async () => {
    const { page } = story();
    const { open, card, drag } = drawingOn(page);
    await drag("Transfer", { x: 40, y: 330 });
    await open("transfer");
    await page.keyboard.press("n");
    const menu = page.getByRole("dialog", { name: "Add the next step" });
    await menu.getByPlaceholder("Search steps").fill("record");
    await page.keyboard.press("Enter");
    await card("record").waitFor();
    await expect.poll(() => page.locator(".react-flow__edge").count()).toBe(3);
  });

  it("keeps notes beside the flow", async () => {
    const { page } = story();
    await page.locator(".react-flow__pane").click({ position: { x: 20, y: 20 } });
    await page.keyboard.press("Shift+N");
    const note = page.getByTestId("note-note");
    await note.getByRole("textbox", { name: "Note" }).fill("Ask Ann about the new greeting.");
    await page.keyboard.press("Escape");
    await note.getByRole("button", { name: "Ask Ann about the new greeting." }).waitFor();
    await page.keyboard.press("Control+s");
    await page.getByRole("button", { name: "Saved" }).waitFor();
    await page.reload();
    await note.getByText("Ask Ann").click();
    await page.keyboard.press("Delete");
    await note.waitFor({ state: "detached" });
  });

  it("arranges the whole flow, which one undo takes back", async () => {
    const { page } = story();
    const places = () =>
      page
        .locator(".react-flow__node-step")
        .evaluateAll((all) =>
          (all as unknown as { dataset: { id: string }; style: { transform: string } }[])
            .map(({ dataset, style }) => `${dataset.id} ${style.transform}`)
            .sort(),
        );
    const before = await places();
    await page.locator(".react-flow__pane").click({ position: { x: 20, y: 20 } });
    await page.keyboard.press("Control+Shift+L");
    await expect.poll(places).not.toEqual(before);
    await page.keyboard.press("Control+z");
    await expect.poll(places).toEqual(before);
  });

  it("lays selected cards on one line, and goes back in what was done", async () => {
    const { page, faults } = story();
    const { card } = drawingOn(page);
    await page.locator(".react-flow__pane").click({ position: { x: 20, y: 20 } });
    await page.keyboard.press("Control+a");
    await page.getByRole("button", { name: "Align left edges" }).click();
    const lefts = async () => {
      const boxes = await page.locator(".react-flow__node-step").all();
      return new Set(await Promise.all(boxes.map(async (one) => Math.round((await one.boundingBox())?.x ?? 0))));
    };
    await expect.poll(async () => (await lefts()).size).toBe(1);
    await page.getByRole("button", { name: "What was done" }).click();
    await page.getByRole("menuitem", { name: "As it was opened" }).click();
    await expect.poll(async () => (await lefts()).size).toBeGreaterThan(1);
    await page.getByTestId("note-note").waitFor();
    await page.keyboard.press("Escape");
    await card("say").waitFor();
    expect(faults).toEqual([]);
  });
});
