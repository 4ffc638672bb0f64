import type { Page } from "playwright-core";
import { drawingOn } from "../drawing.ts";
import { addExample, leaveDialog, type Take } from "./take.ts";

/** A flow of two languages: which there are, a prompt with its translation, all of them in the table, a call in Spanish. */
export async function takeLanguages(page: Page, url: string, take: Take): Promise<void> {
  const id = await addExample(page, url, "clinic-line");
  await page.goto(`${url}/#/flows/${id}`);
  const details = page.getByRole("complementary", { name: "Details" });
  await details.getByRole("button", { name: /Spanish/ }).click();
  await page.getByRole("dialog", { name: "Languages of the flow" }).waitFor();
  await take("languages");
  await leaveDialog(page);
  const { open, card } = drawingOn(page);
  await page.getByRole("button", { name: "Show everything" }).click();
  await open("hours");
  await details.getByLabel("Text", { exact: true }).first().fill("We are open on weekdays.");
  await details.getByText("The words have changed since").first().waitFor();
  await take("stale-translation");
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "All prompts" }).click();
  await page.getByRole("dialog", { name: /^Prompts of/ }).waitFor();
  await take("prompts-in-two-languages");
  await leaveDialog(page);
  await page.getByRole("button", { name: "Undo" }).click();
  await card("patient").locator("header").click();
  await take("http-request");
  await card("known").locator("header").click();
  await take("language-by-a-value");
  await page.getByRole("banner").getByRole("button", { name: "Try a call" }).click();
  await page.getByRole("button", { name: "Call", exact: true }).click();
  await page.getByText("The flow waits for a key").waitFor();
  await page.getByRole("button", { name: "Key 2" }).click();
  await page.getByText(/Pressed 2/).waitFor();
  await take("call-in-two-languages");
  await page.getByText("Variables", { exact: true }).last().click();
  await take("call-variables");
  await page.getByText(/^Requests \(/).click();
  await take("call-requests");
  await page.getByRole("button", { name: "About the call" }).click();
  const setup = page.getByRole("dialog", { name: "About the call" });
  await setup.getByRole("tab", { name: /^Web servers/ }).click();
  await setup.getByRole("button", { name: "Add an answer" }).click();
  await take("call-setup-web");
  await setup.getByRole("tab", { name: "Phone system" }).click();
  await take("call-setup-manual");
  await leaveDialog(page);
  await page.getByRole("tabpanel").getByRole("button", { name: "Hang up" }).click();
}
