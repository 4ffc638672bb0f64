import { expect, it } from "vitest";
import { drawingOn, signIn } from "./drawing.ts";
import { hearUntil, phoneOn } from "./phone.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

describeInBrowser("what callers are promised", (story) => {
  const details = () => story().page.getByRole("complementary", { name: "Details" });
  const proofs = () => story().page.getByRole("tabpanel", { name: "Proofs" });
  const about = (title: string) => proofs().getByRole("listitem").filter({ hasText: title });

  it("is said in the settings of the flow, outcomes by their names, and told kept or broken", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByRole("button", { name: /^PIN check/ }).click();
    await page.getByTestId("step-ask-pin").waitFor();
    await details().getByRole("button", { name: "Promise something" }).click();
    await details().getByLabel("Who presses nothing is off the line within").fill("300");
    await details().getByRole("img", { name: "Kept" }).first().waitFor();
    await details().getByRole("combobox", { name: "Promise an outcome" }).fill("repr");
    await page.getByRole("option", { name: "Representative" }).click();
    const outcome = details().getByLabel("Who wants “Representative” is through with it within");
    await expect.poll(() => outcome.inputValue()).toBe("60 s");
    await expect.poll(() => details().getByRole("img", { name: "Kept" }).count()).toBe(2);
    await outcome.fill("2");
    await details().getByRole("img", { name: "Broken" }).waitFor();
    await details()
      .getByText(/is through with it after \d+ s at the soonest, but 2 s are promised/)
      .waitFor();
  });

  it("keeps the flow from being published while it is broken", async () => {
    const { page } = story();
    await page.getByRole("button", { name: "Publish" }).click();
    const dialog = page.getByRole("dialog", { name: "Publish" });
    await dialog
      .getByText(/but 2 s are promised/)
      .first()
      .waitFor();
    await expect.poll(() => dialog.getByRole("button", { name: /^Publish/ }).count()).toBe(0);
    await dialog.getByRole("button", { name: "Cancel" }).click();
  });

  it("is shown broken by a call, which is lit, and plays in the phone", async () => {
    const { page } = story();
    await page.keyboard.press("Control+Shift+U");
    const broken = about('"Representative" is reached as soon as promised');
    await broken.getByRole("img", { name: "Refuted" }).waitFor();
    await broken.getByRole("button", { name: "Show the way" }).click();
    await expect.poll(() => page.locator('[data-path][data-testid="step-representative"]').count()).toBe(1);
    await broken.getByRole("button", { name: "Play it" }).click();
    await hearUntil(page, phoneOn(page).getByText("Transferred to 2000"));
    await page.getByRole("tab", { name: "Proofs" }).click();
  });

  it("is mended by a button, and broken again by one undo", async () => {
    const { page, faults } = story();
    const claim = about('"Representative" is reached as soon as promised');
    await claim.getByRole("button", { name: /^Promise \d+ s$/ }).click();
    await claim.getByRole("img", { name: "Proven" }).waitFor();
    await page.getByRole("button", { name: "No problems" }).waitFor();
    await page.getByRole("button", { name: "Undo" }).click();
    await claim.getByRole("img", { name: "Refuted" }).waitFor();
    await page.getByRole("button", { name: "1 problem" }).waitFor();
    await page.getByRole("button", { name: "Redo" }).click();
    await claim.getByRole("img", { name: "Proven" }).waitFor();
    await drawingOn(page).open("representative");
    await page.keyboard.press("Delete");
    await expect.poll(() => claim.count()).toBe(0);
    expect(faults).toEqual([]);
  });
});
