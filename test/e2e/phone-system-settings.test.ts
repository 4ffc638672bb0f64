import { expect, it } from "vitest";
import { startRecorder } from "../support/recorder.ts";
import { signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

describeInBrowser("the phone system, from the settings", (story) => {
  it("is tried, saved and asked at once; its password is kept and not shown", async () => {
    const { app, page } = story();
    const pbx = await startRecorder();
    pbx.answer("<html>Some other page</html>");
    await signIn(page, app.url, admin);
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("link", { name: "Phone system" }).click();
    const save = page.getByRole("button", { name: "Save" });
    const waits = (isDisabled: boolean) => expect.poll(() => save.isDisabled()).toBe(isDisabled);
    await waits(true);
    await page.getByText("An Ozeki system").click();
    await page.getByText(/it can reach only from the same computer/).waitFor();
    await page.getByLabel("Address of its HTTP API").fill(pbx.url);
    await page.getByLabel("User of the HTTP API").fill("ozflow");
    await page.getByRole("button", { name: "Test the connection" }).click();
    await page.getByText(/Enter the password of this user/).waitFor();
    await page.getByLabel("Password", { exact: true }).fill("s3cret");
    await page.getByRole("button", { name: "Test the connection" }).click();
    await page.getByText(/answers with a web page/).waitFor();
    pbx.answer("<Response><Code>200</Code><Calls></Calls></Response>");
    await page.getByRole("button", { name: "Test the connection" }).click();
    await page.getByText(/It answers, within \d+ ms; 0 calls/).waitFor();
    await save.click();
    await page.getByText("Calls go through this phone system from now on").waitFor();

    await page.reload();
    await page.getByPlaceholder("Kept; type to replace it").waitFor();
    await expect.poll(() => page.getByLabel("Address of its HTTP API").inputValue()).toBe(pbx.url);
    // There is something to save as long as something is otherwise.
    await waits(true);
    for (const [label, kept] of [
      ["User of the HTTP API", "ozflow"],
      ["Password", ""],
    ] as const) {
      const field = page.getByLabel(label, { exact: true });
      await field.fill("another");
      await waits(false);
      await field.fill(kept);
      await waits(true);
    }
    await page.getByText("The one inside the server").click();
    await waits(false);
    await page.getByText("An Ozeki system").click();
    await waits(true);
    const before = pbx.requests.length;
    await page.request.get(`${app.url}/api/pbx/active-calls`);
    expect(Object.fromEntries(pbx.requests[before]?.parameters ?? [])).toMatchObject({ Password: "s3cret" });
    await pbx.stop();
    expect(story().faults).toEqual([]);
  });
});
