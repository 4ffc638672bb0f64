import type { Page } from "playwright-core";
import { dropFile } from "./dropped-file.ts";
import { admin } from "./running-app.ts";

/** Called when a screen stands still; `of` is the page it is on. */
export type Look = (screen: string, of: Page) => Promise<void>;

/** Goes through the screens of a server with an empty database, from the sign-in to the call that was made. */
export async function visitEveryScreen(page: Page, url: string, look: Look): Promise<void> {
  const take = (name: string, of = page) => look(name, of);
  const panel = (name: string) => page.getByRole("banner").getByRole("button", { name, exact: true }).click();

  await page.goto(url);
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
  await page.getByRole("list", { name: "Problems" }).waitFor();
  await take("problems");
  await page.getByRole("tab", { name: "Outline" }).click();
  await page.getByRole("treeitem").first().click();
  await take("outline");
  await page.keyboard.press("Shift+?");
  await page.getByRole("dialog", { name: "Keyboard shortcuts" }).waitFor();
  await take("shortcuts");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("treeitem").first().click();
  await page.keyboard.press("Shift+F10");
  await page.getByRole("menuitem", { name: "Replace the step" }).click();
  await page.getByRole("dialog", { name: "Put another step in its place" }).waitFor();
  await take("question");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "All flows" }).click();

  await page.getByRole("button", { name: "New flow" }).click();
  await page.getByRole("dialog").getByRole("button", { name: /PIN/ }).click();
  await page.locator(".react-flow__node").first().waitFor();
  await page.waitForLoadState("networkidle");
  await take("editor");
  const details = page.getByRole("complementary", { name: "Details" });
  await details.getByRole("button", { name: "Promise something" }).click();
  await details.getByLabel("Who wants a person reaches one within").fill("5");
  await details.getByRole("img", { name: "Broken" }).waitFor();
  await details.getByRole("combobox", { name: "Promise an outcome" }).scrollIntoViewIfNeeded();
  await take("flow-settings");
  await page.keyboard.press("Control+Shift+U");
  await page.getByRole("list", { name: "What holds for every call" }).waitFor();
  await page.getByRole("button", { name: "Show the way" }).first().click();
  await take("proofs");
  await page.getByRole("tab", { name: "Problems" }).click();
  await page.getByRole("button", { name: /^Promise \d+ s$/ }).click();
  await page.getByRole("tab", { name: "Tests" }).click();
  await page.getByText("No tests yet").waitFor();
  await take("no-tests");
  await page.getByRole("button", { name: "New test" }).click();
  const test = page.getByRole("form", { name: "The test that is being written" });
  await test.getByLabel("Name").fill("The balance");
  await test.getByLabel("What the caller does").fill("1234,1");
  await test.getByLabel("The caller hears, in this order").fill("Your balance is 1250 euros.");
  await test.getByRole("button", { name: "Try it" }).click();
  await test.getByText("is not heard").first().waitFor();
  await take("test");
  await test.getByRole("button", { name: "Keep" }).click();
  await page.getByRole("listitem").getByText("is not heard").waitFor();
  await take("tests");
  await page.getByRole("button", { name: "Close panel" }).click();
  const header = (label: string) =>
    page.locator(".react-flow__node").filter({ hasText: label }).first().locator("header");
  await page.getByRole("button", { name: "Show everything" }).click();
  await header("Account menu").click();
  await header("Ask for the PIN").click({ modifiers: ["Control"] });
  await page.keyboard.press("Control+g");
  await page.keyboard.press("Shift+2");
  await page.getByRole("button", { name: /^Fold / }).waitFor();
  await take("frame");
  await page.keyboard.press("Control+z");
  await page.locator(".react-flow__node").filter({ hasText: "Collect digits" }).first().locator("header").click();
  await take("collect-digits");
  await panel("OzML preview");
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
  await panel("OzML preview");
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
  await header("Ask for the PIN").click();
  await page.keyboard.press("Shift+2");
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
  await calls.goto(`${url}/#/calls`);
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
  const dialogs = {
    "Start a call": "Start a call",
    Variables: "Variables",
    "Export OzML (zip)": "Export OzML files",
    Versions: /^Versions of/,
    "All prompts": /^Prompts of/,
  };
  for (const [name, title] of Object.entries(dialogs)) {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name }).click();
    await page.getByRole("dialog", { name: title }).waitFor();
    await page.waitForLoadState("networkidle");
    await take(name.toLowerCase().replace(/\W+/g, "-"));
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  }
  await page.keyboard.press("Control+k");
  await page.getByPlaceholder("Find a step, or do something").waitFor();
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
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Prompts" }).click();
  await page.getByText("No sounds yet").waitFor();
  await take("prompts");
  await page.getByRole("link", { name: "Tables" }).click();
  await page.getByText("No tables yet").waitFor();
  await take("no-tables");
  const csv = { name: "customers.csv", mimeType: "text/csv", buffer: Buffer.from("number,name\n200,Ann\n201,Bob\n") };
  await page.getByRole("button", { name: "New table" }).click();
  const table = page.getByRole("dialog", { name: "New table" });
  await table.locator("input[type=file]").setInputFiles(csv);
  await table.getByText("2 rows with number, name").waitFor();
  await take("new-table");
  await table.getByRole("button", { name: "Upload" }).click();
  const rows = await page.getByRole("link", { name: /^2 rows/ }).getAttribute("href");
  await take("tables");
  await page.getByRole("alert").getByRole("button", { name: "Close" }).click();
  // Whoever looks again finds none.
  await page.request.delete(`${url}/api/tables/${rows?.split("/").at(-1)}`);
  await page.getByRole("link", { name: "Calendars" }).click();
  await page.getByText("No calendars yet").waitFor();
  await take("calendars");
  await page.getByRole("link", { name: "New calendar" }).click();
  await page.getByLabel("Hours on Monday").waitFor();
  await take("calendar");
  await page.getByRole("button", { name: /choose in a calendar$/ }).click();
  await page.getByRole("button", { name: "Next month" }).waitFor();
  await take("pick-a-day");
  await page.keyboard.press("Escape");
  await page.getByRole("link", { name: "Settings" }).click();
  await page.getByRole("heading", { level: 1, name: "My account" }).waitFor();
  const subjects = page.getByRole("navigation", { name: "Settings" }).getByRole("link");
  for (const name of await subjects.allTextContents()) {
    await subjects.filter({ hasText: name }).click();
    await page.getByRole("heading", { level: 1, name }).waitFor();
    await page.waitForLoadState("networkidle");
    await take(`settings-${name.toLowerCase().replace(/\W+/g, "-")}`);
  }
}
