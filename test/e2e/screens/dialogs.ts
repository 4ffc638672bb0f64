import type { Page } from "playwright-core";
import { drawingOn } from "../drawing.ts";
import { addExample, leaveDialog, type Take } from "./take.ts";

/** What opens over a flow: its calls, its limits, its address, what was done, what cannot be published. */
export async function takeDialogs(page: Page, url: string, take: Take): Promise<void> {
  const id = await addExample(page, url, "appointment-reminder");
  await page.request.post(`${url}/api/flows/${id}/publish`, { data: { version: 1, message: "The first one" } });
  await page.goto(`${url}/#/flows/${id}`);
  await page.locator(".react-flow__node").first().waitFor();
  const said = page.getByRole("alert").getByRole("button", { name: "Close" });
  if ((await said.count()) > 0) await said.click();
  const menu = async (name: string) => {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await page.getByRole("menuitem", { name }).click();
    await page.getByRole("dialog").waitFor();
    await page.waitForLoadState("networkidle");
    await take(name.toLowerCase().replaceAll(" ", "-"));
    await leaveDialog(page);
  };
  for (const name of ["Start a call", "Callback address", "Call limits"]) await menu(name);

  const { open } = drawingOn(page);
  await page.getByRole("button", { name: "Show everything" }).click();
  await open("confirm");
  await page.keyboard.press("Control+d");
  await page.getByRole("button", { name: "What was done" }).click();
  await page.getByRole("menuitem").first().waitFor();
  await take("history-menu");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+a");
  await take("many-selected");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Show everything" }).click();
  await page.keyboard.press("Shift+n");
  await page.locator(".react-flow__node textarea").waitFor();
  await page.keyboard.type("Ask the surgery whether Saturdays count.");
  await page.keyboard.press("Escape");
  await take("note");

  await page.getByRole("button", { name: "Show everything" }).click();
  await open("desk");
  const details = page.getByRole("complementary", { name: "Details" });
  await details.getByRole("combobox", { name: "Transfer to" }).fill("");
  await page.keyboard.press("Escape");
  await details
    .getByText(/Transfer to|number/)
    .first()
    .waitFor();
  await take("step-with-faults");
  await page.getByRole("banner").getByRole("button", { name: "Publish" }).click();
  await page.getByRole("dialog").waitFor();
  await take("publish-refused");
  await leaveDialog(page);
  await page.goto(`${url}/#/`);
  await page.getByRole("row").nth(1).waitFor();
  await page
    .getByRole("button", { name: /^Delete / })
    .first()
    .click();
  await page.getByRole("dialog").waitFor();
  await take("delete-a-flow");
  await leaveDialog(page);
  await page.goto(`${url}/#/calls`);
  await page.getByRole("tab", { name: "Recordings" }).click();
  await page.getByText("No recordings found").first().waitFor();
  await take("no-recordings");
  await page.getByRole("tab", { name: "On the line now" }).click();
  await page.getByText("Nobody is on the line").waitFor();
  await take("nobody-on-the-line");
}
