import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

const phoneOf = (page: Page) => page.getByRole("tabpanel", { name: "Try a call" });
const litStep = (page: Page) => page.locator("[data-lit]").getAttribute("data-testid");
const said = (page: Page) =>
  phoneOf(page).getByRole("list", { name: "Transcript" }).getByRole("listitem").locator("span").allTextContents();
const push = (page: Page, name: string) => phoneOf(page).getByRole("button", { name, exact: true }).click();

describeInBrowser("a call in the browser", (story) => {
  it("speaks, lights the step and its line, takes keys and shows what is remembered", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByRole("button", { name: /^PIN check/ }).click();
    await page.getByTestId("step-ask-pin").waitFor();
    await page.getByRole("button", { name: "Try a call" }).click();
    await push(page, "Call");
    await phoneOf(page).getByText("The flow waits for a key").waitFor();
    await push(page, "Pause the clock");
    await expect.poll(() => litStep(page)).toBe("step-ask-pin");
    const line = phoneOf(page).locator('.cm-line[class*="lit"]');
    await expect.poll(() => line.textContent()).toMatch(/<Speak>Please enter|<UserInput/);
    for (const key of "1234") await push(page, `Key ${key}`);
    await push(page, "To the next thing that happens");
    await expect.poll(() => said(page)).toContain("Pressed 1234");
    await expect.poll(() => litStep(page)).not.toBe("step-ask-pin");
    await phoneOf(page).getByText("Variables").click();
    await phoneOf(page)
      .getByRole("row", { name: /^pin "1234"/ })
      .waitFor();
    await phoneOf(page).getByText("Requests (2)").waitFor();
  });

  it("goes back in the call and another way from there", async () => {
    const { page } = story();
    await phoneOf(page)
      .getByRole("button", { name: /^Go back to 00:00/ })
      .first()
      .click();
    await expect.poll(() => said(page)).not.toContain("Pressed 1234");
    await push(page, "Say nothing");
    await expect.poll(() => said(page)).toContain("Nothing for 8 s");
    await push(page, "Hang up");
    await phoneOf(page).getByText("The call is over").waitFor();
    await expect.poll(() => said(page)).toContain("The caller hung up");
  });

  it("takes keys from the keyboard, and makes the same call again", async () => {
    const { page, faults } = story();
    await push(page, "Call");
    await phoneOf(page).getByText("The flow waits for a key").waitFor();
    await push(page, "Pause the clock");
    await page.keyboard.type("9");
    await push(page, "To the next thing that happens");
    await expect.poll(() => said(page)).toContain("Pressed 9");
    // Long enough that there is time to stop the clock when the call is made again.
    for (let asked = 0; asked < 2; asked += 1) await push(page, "Say nothing");
    await push(page, "Hang up");
    await expect.poll(() => said(page)).toContain("The caller hung up");
    const once = await said(page);
    await push(page, "The same call again");
    await push(page, "Pause the clock");
    await expect.poll(() => said(page)).not.toContain("The caller hung up");
    while (!(await said(page)).includes("The caller hung up")) await push(page, "To the next thing that happens");
    await expect.poll(() => said(page)).toEqual(once);
    expect(faults).toEqual([]);
  });
});
