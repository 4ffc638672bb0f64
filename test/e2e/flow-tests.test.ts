import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { drawingOn, signIn } from "./drawing.ts";
import { hearUntil, phoneOn } from "./phone.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

const tests = (page: Page) =>
  page.getByRole("tabpanel", { name: "Tests" }).getByRole("list", { name: "Tests" }).getByRole("listitem");
const form = (page: Page) => page.getByRole("form", { name: "The test that is being written" });

describeInBrowser("the tests of a flow", (story) => {
  it("are made of a call in the phone, looked through, and kept", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByRole("button", { name: /^PIN check/ }).click();
    await page.getByTestId("step-ask-pin").waitFor();
    await page.getByRole("button", { name: "Try a call" }).click();
    const phone = phoneOn(page);
    await phone.getByRole("button", { name: "Call", exact: true }).click();
    await phone.getByText("The flow waits for a key").waitFor();
    await phone.getByRole("button", { name: "Pause the clock" }).click();
    for (const key of "1234") await phone.getByRole("button", { name: `Key ${key}` }).click();
    await hearUntil(page, phone.getByText(/^For your balance/));
    await phone.getByRole("button", { name: "Key 2" }).click();
    await hearUntil(page, phone.getByText("The call is over"));
    await phone.getByRole("button", { name: "Keep this call as a test" }).click();

    await form(page).getByLabel("Name").fill("A representative");
    await expect.poll(() => form(page).getByLabel("What the caller does").inputValue()).toMatch(/^1234.*2/);
    await expect
      .poll(() => form(page).getByLabel("The caller hears, in this order").inputValue())
      .toContain("Please enter");
    await expect.poll(() => form(page).getByLabel("Transferred to").inputValue()).toBe("2000");
    await form(page).getByRole("button", { name: "Keep" }).click();
    await form(page).waitFor({ state: "detached" });
    await tests(page).filter({ hasText: "A representative" }).getByRole("img", { name: "Passes" }).waitFor();
  });

  it("are edited, tried before they are kept, and told what is wrong with them", async () => {
    const { page } = story();
    await page.getByRole("button", { name: "Edit the test A representative" }).click();
    const script = form(page).getByLabel("What the caller does");
    await script.fill("dance");
    await form(page).getByRole("button", { name: "Keep" }).click();
    await form(page).getByText('A caller cannot do "dance".').first().waitFor();
    await script.fill("1234,1");
    await form(page).getByRole("button", { name: "Try it" }).click();
    await form(page).getByText("The call is transferred to nobody, not to 2000.").waitFor();
    await form(page).getByLabel("Transferred to").fill("");
    await form(page).getByRole("combobox", { name: "It ends as" }).press("ArrowDown");
    await page.getByRole("option", { name: "hung up by the flow" }).click();
    await page.getByRole("option", { name: "transferred", exact: true }).click();
    await page.keyboard.press("Escape");
    await form(page).getByLabel("The caller hears, in this order").fill("Please enter\nYour balance is 1250 dollars.");
    await form(page).getByRole("button", { name: "Try it" }).click();
    await form(page).getByRole("status").getByText("Passes").waitFor();
  });

  it("stay as far as they have been written when something else is looked at, and when the page is loaded again", async () => {
    const { page } = story();
    await form(page).getByLabel("Name").fill("The balance");
    await page.getByRole("tab", { name: "Problems" }).click();
    await form(page).waitFor({ state: "hidden" });
    await page.getByRole("button", { name: "Close panel" }).click();
    await page.keyboard.press("Control+Shift+Y");
    await expect.poll(() => form(page).getByLabel("Name").inputValue()).toBe("The balance");
    await page.reload();
    await page.getByTestId("step-ask-pin").waitFor();
    await page.keyboard.press("Control+Shift+Y");
    await tests(page).filter({ hasText: "A representative" }).getByText("not kept yet").waitFor();
    await page.getByRole("button", { name: "Edit the test A representative" }).click();
    await expect.poll(() => form(page).getByLabel("Name").inputValue()).toBe("The balance");
    await expect.poll(() => form(page).getByLabel("What the caller does").inputValue()).toBe("1234,1");
    await form(page).getByRole("button", { name: "Keep" }).click();
    await tests(page).filter({ hasText: "The balance" }).getByRole("img", { name: "Passes" }).waitFor();
    await expect.poll(() => tests(page).count()).toBe(1);
  });

  it("are played while somebody draws, in the phone, and before a flow is published", async () => {
    const { page, faults } = story();
    const { open } = drawingOn(page);
    await page.getByRole("button", { name: "Show everything" }).click();
    await open("tell-balance");
    await page
      .getByRole("complementary", { name: "Details" })
      .getByLabel("Text", { exact: true })
      .fill("You are rich.");
    await tests(page).getByText('"Your balance is 1250 dollars." is not heard.').waitFor();
    await page.getByRole("button", { name: "Play in the phone: The balance" }).click();
    const said = phoneOn(page).getByRole("list", { name: "Transcript" }).getByRole("listitem");
    await hearUntil(page, said.filter({ hasText: "You are rich." }));
    await page.getByRole("button", { name: "Publish" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("1 test fails").waitFor();
    await dialog.getByText('The balance: "Your balance is 1250 dollars." is not heard.').waitFor();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    expect(faults).toEqual([]);
  });
});
