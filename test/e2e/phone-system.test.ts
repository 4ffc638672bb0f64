import { expect, it } from "vitest";
import { drawingOn, signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

describeInBrowser("the phone system, from the browser", (story) => {
  it("suggests its extensions and contacts where a number is asked for", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByRole("button", { name: /^PIN/ }).click();
    const { drag } = drawingOn(page);
    await drag("Transfer", { x: 60, y: 60 });
    const field = page.getByRole("combobox", { name: "Transfer to" });
    await field.fill("echo");
    await page.getByRole("option", { name: /9000/ }).click();
    await expect.poll(() => field.inputValue()).toBe("9000");
  });

  it("shows a call while it lasts, holds it and ends it", async () => {
    const { page } = story();
    await page.getByRole("banner").getByRole("button", { name: "Try a call" }).click();
    const phone = page.getByRole("tabpanel", { name: "Try a call" });
    await phone.getByText("As published").click();
    await phone.getByRole("button", { name: "Save, publish and call" }).click();
    await page.getByText("The flow waits for a key").waitFor();
    const calls = await story().context.newPage();
    await calls.goto(`${story().app.url}/#/calls`);
    await calls.getByRole("tab", { name: "On the line now" }).click();
    const call = calls.getByRole("row").filter({ hasText: "1001" });
    await call.getByRole("button", { name: "Put on hold" }).click();
    await call.getByRole("button", { name: "Take off hold" }).click();
    await call.getByRole("button", { name: "Hang up" }).click();
    await calls.getByText("Nobody is on the line").waitFor();
    await calls.getByRole("tab", { name: "History of the phone system" }).click();
    await calls.getByRole("row").filter({ hasText: "1001" }).waitFor();
    await calls.getByLabel("Caller ID").fill("nobody");
    await calls.getByText("No calls found").waitFor();
    await calls.getByRole("tab", { name: "Calls of flows" }).click();
    await calls.getByRole("table", { name: "Calls", exact: true }).waitFor();
    expect(story().faults).toEqual([]);
  });
});
