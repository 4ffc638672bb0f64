import { expect, it } from "vitest";
import { drawingOn, signIn } from "./drawing.ts";
import { dropFile } from "./dropped-file.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

/** A menu as somebody may have written it by hand: the value of one attribute has no quotes. */
const menu = `<?xml version="1.0"?>
<Response>
  <UserInput Timeout=8 Repeat="false">
    <InitialCommands><Speak>For sales, press 1.</Speak></InitialCommands>
    <Inputs><Input Key="1"><BlindTransfer Target="2000"/></Input></Inputs>
  </UserInput>
  <Speak>Goodbye.</Speak>
  <Hangup/>
</Response>`;

describeInBrowser("OzML, in and out", (story) => {
  it("makes a flow of a file that is dropped on the list, and says what it guessed", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByRole("heading", { name: "Draw your first call flow" }).waitFor();
    await dropFile(page.getByRole("main"), { name: "sales.ozml", text: menu });
    const dialog = page.getByRole("dialog", { name: "Import OzML" });
    await dialog.getByText(/sales\.ozml, line 3/).waitFor();
    await dialog.getByRole("button", { name: "Import" }).click();
    await page.getByLabel("Flow name").first().waitFor();
    await page
      .getByTestId(/^step-/)
      .filter({ hasText: "For sales, press 1." })
      .waitFor();
  });

  it("leads from a place in the OzML to the field that wrote it", async () => {
    const { page } = story();
    await page.getByRole("banner").getByRole("button", { name: "OzML preview", exact: true }).click();
    const end = page.locator(".cm-line").filter({ hasText: "For sales, press 1." }).first().getByText("</").first();
    const details = page.getByRole("complementary", { name: "Details" });
    // The panel may still be growing between the look and the click, so both are done until they meet.
    await expect
      .poll(async () => {
        const { x, y } = (await end.boundingBox()) ?? { x: 0, y: 0 };
        // Words have no element of their own: the last of them stand a few pixels before the closing tag.
        await page.mouse.click(x - 12, y + 6);
        return await details.locator("textarea:focus").inputValue({ timeout: 2000 }).catch(String);
      })
      .toBe("For sales, press 1.");
  });

  it("tells what callers pay for the documents, compiled either way", async () => {
    const { page } = story();
    const costs = page.getByRole("table", { name: "What the documents cost" });
    await costs
      .getByText(/requests a call/)
      .first()
      .waitFor();
    await expect.poll(() => costs.getByRole("row").count()).toBe(2);
    await page.locator("label").filter({ hasText: "One per choice" }).click();
    await page.locator(".cm-line").first().waitFor();
    await page.getByRole("button", { name: "Close panel" }).click();
  });

  it("shows the page about a step beside its fields", async () => {
    const { page } = story();
    const details = page.getByRole("complementary", { name: "Details" });
    await details.getByRole("button", { name: "Show help" }).click();
    await details.getByRole("heading", { name: "When to use it" }).waitFor();
    await details.getByRole("button", { name: "Hide help" }).click();
  });

  it("adds a file that is dropped on the canvas as steps, and takes them back in one undo", async () => {
    const { page } = story();
    const { drag } = drawingOn(page);
    await drag("Beep", { x: 60, y: 60 });
    const steps = page.getByRole("complementary", { name: "Details" });
    const text = "<Response><Speak>We moved.</Speak><Hangup/></Response>";
    await dropFile(page.locator(".react-flow__pane"), { name: "moved.xml", text });
    await page.getByRole("dialog", { name: "Import OzML" }).getByRole("button", { name: "Import" }).click();
    await steps.getByText("2 steps selected").waitFor();
    await page.keyboard.press("Control+z");
    await steps.getByText("2 steps selected").waitFor({ state: "detached" });
    await page.getByTestId(/^step-beep/).waitFor();
    expect(story().faults).toEqual([]);
  });
});
