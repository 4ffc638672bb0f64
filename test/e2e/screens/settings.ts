import type { Page } from "playwright-core";
import { signIn } from "../drawing.ts";
import { addExample, type Take } from "./take.ts";

/** What an administrator fills in, and what somebody sees who may only look. */
export async function takeSettings(page: Page, url: string, take: Take): Promise<void> {
  const dialog = page.getByRole("dialog");
  await page.goto(`${url}/#/settings/users`);
  await page.getByRole("button", { name: "Add user" }).click();
  await dialog.getByLabel("Name").fill("Ann");
  // Whoever takes the pictures twice finds her there already.
  const email = `ann-${Date.now()}@example.com`;
  await dialog.getByLabel("E-mail").fill(email);
  await dialog.getByRole("combobox", { name: "Role" }).click();
  await page.getByRole("option", { name: "Viewer" }).click();
  await take("new-user");
  await dialog.getByRole("button", { name: "Add user" }).click();
  const password = await page.getByLabel("Password", { exact: true }).inputValue();
  await take("new-password");
  await page.getByRole("button", { name: "I have kept it" }).click();
  await page.getByRole("row").nth(2).waitFor();
  await take("users");

  await page.goto(`${url}/#/settings/tokens`);
  await page.getByRole("button", { name: "New token" }).first().click();
  await dialog.getByLabel("What it is for").fill("Nightly export");
  await take("new-token");
  await dialog.getByRole("button", { name: "New token" }).click();
  await page.getByRole("button", { name: "I have kept it" }).click();
  await page.getByRole("row").nth(1).waitFor();
  await take("tokens");

  await page.goto(`${url}/#/settings/secrets`);
  await page.getByRole("button", { name: "New secret" }).first().click();
  await dialog.getByLabel("Name").fill("crm");
  await dialog.getByLabel("Value").fill("Bearer 0123456789");
  await take("new-secret");
  await dialog.getByRole("button", { name: "Store" }).click();
  await page.getByRole("row").nth(1).waitFor();
  await page.getByRole("alert").getByRole("button", { name: "Close" }).click();
  await take("secrets");

  await page.goto(`${url}/#/settings/pbx`);
  await page.getByText("An Ozeki system").click();
  await take("ozeki-system");
  await page.goto(`${url}/#/settings/account`);
  await page.getByLabel("New password", { exact: true }).fill("short");
  await page.getByRole("button", { name: "Change password" }).click();
  await take("account-faults");
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("menuitem", { name: "Español" }).waitFor();
  await take("account-menu");
  await page.keyboard.press("Escape");

  const id = await addExample(page, url, "pin-check");
  const context = await page
    .context()
    .browser()
    ?.newContext({
      viewport: page.viewportSize(),
      colorScheme: (await page.evaluate(`matchMedia("(prefers-color-scheme: dark)").matches`)) ? "dark" : "light",
    });
  const hers = await context?.newPage();
  if (hers === undefined) throw new Error("the browser is gone");
  await signIn(hers, url, { email, password: "not this one" });
  await hers.getByRole("alert").waitFor();
  await take("sign-in-refused", hers);
  await signIn(hers, url, { email, password });
  await hers.goto(`${url}/#/flows/${id}`);
  await hers.locator(".react-flow__node").nth(2).locator("header").click();
  await hers.getByLabel("Label").waitFor();
  await take("looking-only", hers);
  await context?.close();
}
