import { expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { drawingOn, signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

const offered = (...keys: string[]) => keys.map((key) => ({ key, label: `Key ${key}` }));

/** It can be published, but who does not answer at once is cut off, and nothing keeps the variable. */
const hasty = {
  ...flow({
    steps: {
      in: "incoming-call",
      ask: ["menu", { prompt: { say: "Press 1 for sales." }, options: offered("1"), attempts: 1 }],
      desk: ["transfer", { target: "2000" }],
      bye: "hang-up",
    },
    variables: { never: "text" },
    edges: ["in > ask.1 > desk.failed > bye", "ask.no-input > bye", "ask.invalid > bye"],
  }),
  name: "Hasty",
  layout: { in: { x: 0, y: 0 }, ask: { x: 320, y: 0 }, desk: { x: 680, y: 0 }, bye: { x: 1040, y: 0 } },
};

describeInBrowser("publishing", (story) => {
  const dialog = () => story().page.getByRole("dialog", { name: "Publish" });

  it("tells what callers would meet, and publishes all the same when told so", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByText("Draw your first call flow").waitFor();
    const { id } = await (await page.request.post(`${app.url}/api/flows`, { data: { flow: hasty } })).json();
    await page.goto(`${app.url}/#/flows/${id}`);
    await page.getByTestId("step-ask").waitFor();
    await page.getByRole("button", { name: "2 problems" }).waitFor();
    await page.keyboard.press("Control+Enter");
    await dialog()
      .getByText(/whoever does not answer in time is cut off/)
      .waitFor();
    await dialog().getByText(/never/).first().waitFor();
    await dialog()
      .getByLabel(/^What changed/)
      .fill("In a hurry");
    await dialog().getByRole("button", { name: "Publish anyway" }).click();
    await dialog()
      .getByText(/^Revision 1 is on the line/)
      .waitFor();
    await dialog().getByRole("button", { name: "Done" }).click();
  });

  it("tells what callers notice of a change, and goes back to what had the focus", async () => {
    const { page, faults } = story();
    await page.getByRole("button", { name: "2 problems" }).click();
    const problems = page.getByRole("list", { name: "Problems" });
    await problems.getByRole("button", { name: "Ask 3 times" }).click();
    await page.getByRole("button", { name: "1 problem" }).waitFor();
    await drawingOn(page).open("ask");
    const details = page.getByRole("complementary", { name: "Details" });
    await details.getByLabel("The caller hears").last().fill("Press 1 for the sales desk.");
    const publish = page.getByRole("banner").getByRole("button", { name: "Publish" });
    await publish.click();
    const noticed = dialog().getByRole("list", { name: "What callers notice" });
    await noticed
      .getByText(/Press 1 for the sales desk/)
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
    await dialog().waitFor({ state: "detached" });
    await expect.poll(() => publish.and(page.locator(":focus")).count()).toBe(1);
    expect(faults).toEqual([]);
  });
});
