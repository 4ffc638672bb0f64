import { mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { findChromium, launchChromium } from "./chromium.ts";
import { dropFile } from "./dropped-file.ts";
import { admin, startApp } from "./running-app.ts";

/** Pictures of every screen in both themes, to be looked at: `npx tsx test/e2e/screenshots.ts`. */
const folder = fileURLToPath(new URL("../screenshots/", import.meta.url));
const laptop = { width: 1366, height: 768 };

const chromium = findChromium();
if (chromium === undefined) throw new Error("Screenshots need a Chromium: set CHROMIUM_PATH.");
mkdirSync(folder, { recursive: true });
const app = await startApp();
const browser = await launchChromium(chromium);
try {
  for (const colorScheme of ["light", "dark"] as const) {
    const context = await browser.newContext({ viewport: laptop, colorScheme, reducedMotion: "reduce" });
    const page = await context.newPage();
    page.on("pageerror", (error) => console.error(error));
    page.on("console", (message) => message.type() === "error" && console.error(message.text()));
    await takeAll(page, colorScheme);
    await context.close();
  }
} finally {
  await browser.close();
  await app.stop();
}

async function takeAll(page: Page, theme: string): Promise<void> {
  let number = 0;
  const take = async (name: string, of = page) => {
    number += 1;
    await of.screenshot({ path: `${folder}${theme}-${String(number).padStart(2, "0")}-${name}.png` });
  };
  const panel = (name: string) => page.getByRole("banner").getByRole("button", { name, exact: true }).click();

  await page.goto(app.url);
  await page.getByLabel("E-mail").waitFor();
  await take("sign-in");
  await page.getByLabel("E-mail").fill(admin.email);
  await page.getByLabel("Password", { exact: true }).fill(admin.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Flows" }).waitFor();
  await page.waitForLoadState("networkidle");
  await take("flows");

  await page.getByRole("button", { name: "New flow" }).click();
  await page.getByRole("button", { name: /PIN/ }).last().waitFor();
  await take("new-flow");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Empty flow/ })
    .click();
  await page.getByText("Drag a step here to begin").waitFor();
  await take("empty-canvas");
  await page.getByRole("button", { name: "Incoming call" }).click();
  await page.getByRole("button", { name: "Menu", exact: true }).click();
  await page.getByTestId("step-menu").waitFor();
  await page
    .getByText("6 problems")
    .or(page.getByText(/\d problems?/))
    .first()
    .click();
  await take("problems");
  await page.getByRole("link", { name: "All flows" }).click();

  await page.getByRole("button", { name: "New flow" }).click();
  await page.getByRole("dialog").getByRole("button", { name: /PIN/ }).click();
  await page.locator(".react-flow__node").first().waitFor();
  await page.waitForLoadState("networkidle");
  await take("editor");
  await page.locator(".react-flow__node").filter({ hasText: "Collect digits" }).first().locator("header").click();
  await take("collect-digits");
  await panel("OzML");
  await page.locator(".cm-line").first().waitFor();
  await take("measuring");
  await page
    .getByText(/requests a call/)
    .first()
    .waitFor();
  await take("preview");
  await page.getByRole("button", { name: "Show help" }).click();
  await page.getByRole("heading", { name: "When to use it" }).waitFor();
  await take("help");
  await page.getByRole("button", { name: "Hide help" }).click();
  await panel("OzML");
  await page.locator(".react-flow__node").filter({ hasText: "Menu" }).first().locator("header").click();
  await page.getByRole("button", { name: "Show everything" }).click();
  await take("menu");
  await page.getByText("Keys", { exact: true }).scrollIntoViewIfNeeded();
  await page.getByRole("button", { name: "Add", exact: true }).scrollIntoViewIfNeeded();
  await take("keys");
  await page.locator(".react-flow__node").filter({ hasText: "Menu" }).first().click({ button: "right" });
  await take("context-menu");
  await page.keyboard.press("Escape");

  const steps = page.getByRole("navigation", { name: "Steps" });
  await steps.getByRole("button", { name: /For other beginnings/ }).click();
  await steps.getByRole("button", { name: "Route", exact: true }).scrollIntoViewIfNeeded();
  await take("palette");
  await steps.getByRole("button", { name: /For other beginnings/ }).click();
  await page.locator(".react-flow__node").filter({ hasText: "Transfer" }).first().locator("header").click();
  await page.getByRole("combobox", { name: "Transfer to" }).fill("1");
  await page.getByRole("option").first().waitFor();
  await take("numbers");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Undo" }).click();
  const text = "<Response><Speak>We moved.</Speak><Delay Seconds=2/><Hangup/></Response>";
  await dropFile(page.locator(".react-flow__pane"), { name: "moved.ozml", text });
  await page.getByRole("dialog", { name: "Import OzML" }).waitFor();
  await take("import");
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await panel("Try a call");
  await page.getByText("Hear what callers hear").waitFor();
  await take("phone");
  await page.getByRole("button", { name: "Call", exact: true }).click();
  await page.getByText("The flow waits for a key").waitFor();
  await page.getByRole("button", { name: "Pause the clock" }).click();
  await take("call-as-drawn");
  await page.getByRole("button", { name: "About the call" }).click();
  await page.getByRole("dialog", { name: "About the call" }).waitFor();
  await take("call-setup");
  await page.keyboard.press("Escape");
  await page.getByText("As published").click();
  await page.getByRole("button", { name: /^(Save, publish and call|Call)$/ }).click();
  await page.getByText("The flow waits for a key").waitFor({ timeout: 30_000 });
  for (const key of "1234") await page.getByRole("button", { name: `Key ${key}` }).click();
  await page
    .getByText(/Pressed/)
    .first()
    .waitFor();
  await take("call");
  const calls = await page.context().newPage();
  await calls.goto(`${app.url}/#/calls`);
  await calls.getByRole("tab", { name: "On the line now" }).click();
  await calls.getByRole("row").nth(1).waitFor();
  await take("active-calls", calls);
  await calls.getByRole("button", { name: "Transfer" }).click();
  await calls.getByRole("dialog").waitFor();
  await take("transfer-call", calls);
  await calls.close();
  await page.getByRole("tabpanel").getByRole("button", { name: "Hang up" }).click();
  await page.getByText("The caller hung up").waitFor();
  await panel("Try a call");

  await panel("Publish");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Publish/ })
    .waitFor();
  await take("publish");
  await page
    .getByRole("dialog")
    .getByRole("button", { name: /Publish/ })
    .click();
  await page.getByLabel("Callback URL").waitFor();
  await take("published");
  await page.getByRole("button", { name: "Done", exact: true }).click();
  for (const name of ["Start a call", "Variables", "Export OzML (zip)"]) {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name }).click();
    await page.getByRole("dialog", { name: name.replace("(zip)", "files") }).waitFor();
    await take(name.toLowerCase().replace(/\W+/g, "-"));
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("What do you want to do?").waitFor();
  await take("commands");
  await page.keyboard.press("Escape");
  const other = await page.context().newPage();
  await other.goto(page.url());
  for (const [tab, name] of [
    [other, "PIN check 2"],
    [page, "PIN check 3"],
  ] as const) {
    await tab.getByLabel("Flow name").first().fill(name);
    await tab.keyboard.press("Control+s");
  }
  await other.close();
  await page.getByRole("dialog", { name: /changed somewhere else/ }).waitFor();
  await take("conflict");
  await page.getByRole("button", { name: "Load theirs" }).click();
  await page.getByRole("link", { name: "All flows" }).click();
  await page.getByRole("row").nth(1).waitFor();
  await take("flow-list");
  await page.getByRole("link", { name: "Calls" }).click();
  await page.getByRole("row").nth(1).waitFor();
  await take("calls");
  await page.getByRole("tab", { name: "History of the phone system" }).click();
  await page.getByRole("row").nth(1).waitFor();
  await take("history");
  await page.getByRole("tab", { name: "Calls of flows" }).click();
  await page.getByRole("table", { name: "Calls", exact: true }).getByRole("row").nth(1).click();
  await page.getByText("Requests of the phone system").waitFor();
  await take("call-detail");
}
