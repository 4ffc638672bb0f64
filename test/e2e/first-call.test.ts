import { expect, it } from "vitest";
import { drawingOn, signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

describeInBrowser("from an empty database to an answered call", (story) => {
  it("draws a greeting, a menu and a transfer, publishes, calls, presses a key and reads what was said", async () => {
    const { app, page } = story();
    const { drag, card, connect, open } = drawingOn(page);
    await signIn(page, app.url, admin);
    await page.getByText("Draw your first call flow").waitFor();
    await page.getByRole("button", { name: /^Empty flow/ }).click();
    await page.getByText("Drag a step here to begin").waitFor();

    await drag("Incoming call", { x: 120, y: 60 });
    await drag("Say", { x: 120, y: 250 });
    await drag("Menu", { x: 500, y: 60 });
    await drag("Transfer", { x: 500, y: 420 });

    await open("say");
    await page.getByLabel("Text", { exact: true }).fill("Welcome to Harbour Dental.");
    await open("menu");
    await page.getByLabel("The caller hears").last().fill("For sales press 1, for support press 2.");
    await page.getByRole("button", { name: "Add", exact: true }).click();
    await page.getByLabel("Leads to").last().fill("Support");
    await expect.poll(() => card("menu").textContent()).toContain("Support");
    await open("transfer");
    await page.getByRole("combobox", { name: "Transfer to" }).fill("2000");

    await connect("incoming-call", "Then", "say");
    await connect("say", "Then", "menu");
    await connect("menu", "Sales", "transfer");
    await connect("menu", "Support", "transfer");
    await expect.poll(() => page.locator(".react-flow__edge").count()).toBe(4);

    await page.getByRole("button", { name: "Publish", exact: true }).click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: /^Publish/ })
      .click();
    const callbackUrl = await page.getByLabel("Callback URL").inputValue();
    expect(callbackUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/c\/[\w-]+$/);
    await page.getByRole("button", { name: "Done", exact: true }).click();
    await page.getByRole("button", { name: "Saved" }).waitFor();

    await page.getByRole("button", { name: "Try a call" }).click();
    const phone = page.getByRole("tabpanel", { name: "Try a call" });
    await phone.getByText("As published").click();
    await phone.getByLabel("Call from").fill("5550123");
    await phone.getByRole("button", { name: "Call", exact: true }).click();
    await phone.getByText("The flow waits for a key").waitFor();
    await phone.getByRole("button", { name: "Key 2" }).click();
    await phone.getByText("Transferred to 2000").waitFor();
    const lines = phone.getByRole("list", { name: "Transcript" }).getByRole("listitem");
    const said = await lines.locator("span").allTextContents();
    expect(said.map((line) => line.replace(" (cut short by a key)", ""))).toEqual([
      "Call answered",
      "Welcome to Harbour Dental.",
      "For sales press 1, for support press 2.",
      "Pressed 2",
      "Transferred to 2000",
    ]);
  });

  it("starts an outgoing call of the same flow and finds it in the list of calls", async () => {
    const { page, faults } = story();
    const { drag, card, connect, open } = drawingOn(page);
    await page.getByRole("button", { name: "Close panel" }).click();
    await drag("Outgoing call", { x: 120, y: 460 });
    await open("outgoing-call");
    await page.getByRole("combobox", { name: "Number to dial" }).fill("102");
    await connect("outgoing-call", "Answered", "say");
    await card("outgoing-call").getByText("We call 102").waitFor();

    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name: "Start a call" }).click();
    const dialog = page.getByRole("dialog", { name: "Start a call" });
    await dialog.getByLabel("Caller ID shown").fill("3000");
    await dialog.getByRole("button", { name: "Save, publish and call" }).click();
    await dialog.getByText("The phone system is calling.").waitFor();
    await dialog.getByRole("link", { name: "See the call" }).click();

    const details = page.getByRole("dialog", { name: "Call" });
    await details.getByRole("cell", { name: "Outgoing" }).waitFor();
    await details.getByRole("cell", { name: "102", exact: true }).waitFor();
    await page.keyboard.press("Escape");
    const calls = page.getByRole("table", { name: "Calls" }).getByRole("row");
    // The callee's phone rings in real time.
    await expect.poll(() => calls.nth(1).textContent(), { timeout: 20_000 }).toMatch(/3000 → 102.*Outgoing call/s);
    await expect.poll(() => calls.nth(2).textContent()).toMatch(/5550123 → 1000.*Menu/s);
    expect(faults).toEqual([]);
  });
});
