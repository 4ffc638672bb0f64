import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

const pinCheck = new URL("../../flows/pin-check.json", import.meta.url);

describeInBrowser("who may come in, from the settings", (story) => {
  let password = "";

  it("lets somebody in, with a password that is shown once", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("link", { name: "Users" }).click();
    await page.getByRole("button", { name: "Add user" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("Ann");
    await dialog.getByLabel("E-mail").fill("ann@example.com");
    await dialog.getByRole("combobox", { name: "Role" }).click();
    await page.getByRole("option", { name: "Viewer" }).click();
    await dialog.getByRole("button", { name: "Add user" }).click();
    password = await page.getByLabel("Password", { exact: true }).inputValue();
    await page.getByRole("button", { name: "I have kept it" }).click();
    await page.getByRole("row").filter({ hasText: "ann@example.com" }).waitFor();
    expect(password).not.toBe("");
  });

  it("lets her change it, and shows her nothing that is for administrators", async () => {
    const { app, context } = story();
    const page = await (await context.browser()?.newContext())?.newPage();
    if (page === undefined) throw new Error("the browser is gone");
    await signIn(page, app.url, { email: "ann@example.com", password });
    await page.getByRole("link", { name: "Settings" }).click();
    await page.getByRole("heading", { name: "My account" }).waitFor();
    await expect.poll(() => page.getByRole("link", { name: "Users" }).count()).toBe(0);
    await page.getByLabel("Current password").fill("not this one");
    await page.getByLabel("New password", { exact: true }).fill("a much longer one");
    await page.getByLabel("New password again").fill("a much longer one");
    await page.getByRole("button", { name: "Change password" }).click();
    await page.getByText("The current password is not right.").waitFor();
    await page.getByLabel("Current password").fill(password);
    await page.getByRole("button", { name: "Change password" }).click();
    await page.getByText("Your password is changed").waitFor();
    await page.context().close();
  });

  it("lets her look at a flow and change nothing of it", async () => {
    const { app, context } = story();
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const headers = { cookie, "content-type": "application/json" };
    const body = JSON.stringify({ flow: JSON.parse(await readFile(pinCheck, "utf8")) });
    const created = await fetch(`${app.url}/api/flows`, { method: "POST", headers, body });
    const { id } = JSON.parse(await created.text()) as { id: string };
    const page = await (await context.browser()?.newContext())?.newPage();
    if (page === undefined) throw new Error("the browser is gone");
    await signIn(page, app.url, { email: "ann@example.com", password: "a much longer one" });
    await page.getByRole("link", { name: "PIN check" }).waitFor();
    await expect.poll(() => page.getByRole("button", { name: /New flow|Import|Delete/ }).count()).toBe(0);
    await page.goto(`${app.url}/#/flows/${id}`);
    await page.getByText("For looking only").waitFor();
    await expect.poll(() => page.getByRole("button", { name: /^(Publish|Save|Saved|Undo)$/ }).count()).toBe(0);
    await page.locator(".react-flow__node").filter({ hasText: "Say" }).first().locator("header").click();
    await expect.poll(() => page.getByLabel("Label", { exact: true }).isDisabled()).toBe(true);
    await page.keyboard.press("Delete");
    await page.keyboard.press("Control+s");
    const seen = await fetch(`${app.url}/api/flows/${id}`, { headers });
    expect(JSON.parse(await seen.text())).toMatchObject({ version: 1 });
    await page.context().close();
  });

  it("makes a token for a program, and revokes it", async () => {
    const { app, page } = story();
    await page.getByRole("link", { name: "API tokens" }).click();
    await page.getByRole("button", { name: "New token" }).click();
    await page.getByLabel("What it is for").fill("Nightly export");
    await page.getByRole("dialog").getByRole("button", { name: "New token" }).click();
    const token = await page.getByLabel("Token", { exact: true }).inputValue();
    await page.getByRole("button", { name: "I have kept it" }).click();
    const ask = () => fetch(`${app.url}/api/flows`, { headers: { authorization: `Bearer ${token}` } });
    expect((await ask()).status).toBe(200);
    await page.getByRole("button", { name: "Revoke Nightly export" }).click();
    await page.getByRole("button", { name: "Revoke", exact: true }).click();
    await page.getByText("No tokens").waitFor();
    expect((await ask()).status).toBe(401);
    expect(story().faults).toEqual([]);
  });

  it("tells in the audit log who did what to what, and leads to flows", async () => {
    const { page } = story();
    await page.getByRole("link", { name: "Audit log" }).click();
    const rows = page.getByRole("table", { name: "Audit log" }).getByRole("row");
    await rows.filter({ hasText: /Revoked a token.*Nightly export/ }).waitFor();
    await rows
      .filter({ hasText: /Made a token.*Nightly export \((Viewer|Editor|Publisher|Administrator)\)/ })
      .waitFor();
    await rows.filter({ hasText: /Added a user.*ann@example.com \(Viewer\)/ }).waitFor();
    await page.getByRole("combobox", { name: "What" }).click();
    await page.getByRole("option", { name: "Created a flow" }).click();
    await rows.filter({ hasText: "Created a flow" }).getByRole("link", { name: "PIN check" }).click();
    await page.locator(".react-flow__node").first().waitFor();
    expect(story().faults).toEqual([]);
  });
});
