import { expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { drawingOn, signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

const offered = (...keys: string[]) => keys.map((key) => ({ key, label: `Key ${key}` }));

/** Key 2 leads to a question that leads to itself; a desk is behind key 1. */
const trap = {
  ...flow({
    steps: {
      in: "incoming-call",
      ask: ["menu", { prompt: { say: "Press 1 or 2." }, options: offered("1", "2") }],
      desk: ["transfer", { target: "2000" }],
      bye: "hang-up",
      caught: ["menu", { prompt: { say: "Press 3." }, options: offered("3") }],
    },
    edges: ["in > ask.1 > desk.failed > bye", "ask.exhausted > bye", "ask.2 > caught.3 > caught.exhausted > caught"],
  }),
  name: "Trap",
  layout: {
    in: { x: 0, y: 0 },
    ask: { x: 320, y: 0 },
    desk: { x: 680, y: -160 },
    bye: { x: 1040, y: -160 },
    caught: { x: 680, y: 160 },
  },
};

describeInBrowser("what holds for every call", (story) => {
  const panel = () => story().page.getByRole("tabpanel", { name: "Proofs" });

  it("is shown while drawing: what is proven, what is refuted", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByRole("button", { name: /^Empty flow/ }).waitFor();
    const status = await page.evaluate(
      async (body) => {
        const answer = await fetch("/api/flows", {
          method: "POST",
          headers: { "content-type": "application/json" },
          body,
        });
        return answer.status;
      },
      JSON.stringify({ flow: trap }),
    );
    expect(status).toBe(201);
    await page.reload();
    await page.getByText("Trap", { exact: true }).click();
    await page.getByTestId("step-caught").waitFor();
    await page.keyboard.press("Control+Shift+U");
    await panel().getByText("Holds for the flow as it is drawn.").waitFor();
    await panel().getByText('Who has got to "The caught step" never gets out').waitFor();
    await expect.poll(() => panel().getByRole("img", { name: "Proven" }).count()).toBeGreaterThan(0);
    await page.getByRole("tab", { name: "Problems" }).click();
    const problems = page.getByRole("list", { name: "Problems" });
    await problems.getByText("It happens when the caller presses 2, then nothing more.").waitFor();
    await page.getByRole("tab", { name: "Proofs" }).click();
  });

  it("lights the way of the call that refutes, and plays it in the phone", async () => {
    const { page } = story();
    const row = panel().getByRole("listitem").filter({ hasText: "never gets out" });
    await row.getByRole("button", { name: "Show the way" }).click();
    await expect.poll(() => page.locator("[data-path]").count()).toBe(3);
    await row.getByRole("button", { name: "Play it" }).click();
    const phone = page.getByRole("tabpanel", { name: "Try a call" });
    await phone.getByText("The flow waits for a key").waitFor();
    const said = () => phone.getByRole("list", { name: "Transcript" }).getByRole("listitem").allTextContents();
    while (!(await said()).some((one) => one.includes("Pressed 2")))
      await phone.getByRole("button", { name: "To the next thing that happens" }).click();
    await phone.getByRole("button", { name: "To the next thing that happens" }).click();
    await expect.poll(() => page.locator("[data-lit]").getAttribute("data-testid")).toBe("step-caught");
  });

  it("refuses to publish what traps callers, and is proven again once it is mended", async () => {
    const { page } = story();
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Publish" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText("never gets out").first().waitFor();
    await dialog.getByRole("button", { name: "Show problems" }).click();
    await page.getByRole("tab", { name: "Proofs" }).click();
    await page.getByTestId("step-caught").locator("header").click();
    await page.keyboard.press("Delete");
    await panel().getByText("From wherever a caller has got to, an end of the call can be reached.").waitFor();
    await expect.poll(() => panel().getByText("never gets out").count()).toBe(0);
    await drawingOn(page).open("ask");
    await page.getByRole("button", { name: "Publish" }).click();
    await dialog.getByText("is off the line within").first().waitFor();
    await dialog.getByRole("button", { name: /^Publish/ }).click();
    await dialog.getByText(/^Revision 1 is on the line/).waitFor();
  });
});
