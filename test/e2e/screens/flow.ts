import type { Page } from "playwright-core";
import { drawingOn } from "../drawing.ts";
import { addExample, type Take } from "./take.ts";

const large = { width: 1920, height: 1080 };

/** What belongs to one flow and is no part of drawing it: frames, prompts, versions, work that is not saved. */
export async function takeFlowScreens(page: Page, url: string, take: Take): Promise<void> {
  const laptop = page.viewportSize() ?? large;
  const id = await addExample(page, url, "office-menu");
  await page.request.post(`${url}/api/flows/${id}/publish`, { data: { version: 1, message: "The first one" } });
  await page.goto(`${url}/#/flows/${id}`);
  const { open, card } = drawingOn(page);
  await page.setViewportSize(large);
  await page.getByRole("button", { name: "Show everything" }).click();
  await take("canvas-on-a-large-screen");
  await page.setViewportSize(laptop);
  await page.getByRole("button", { name: "Show everything" }).click();
  await open("sales");
  await card("support")
    .locator("header")
    .click({ modifiers: ["Control"] });
  await page.keyboard.press("Control+g");
  await page.getByRole("button", { name: /^Fold / }).waitFor();
  await page.keyboard.press("Shift+2");
  await take("frame");
  await page.getByRole("button", { name: /^Fold / }).click();
  await take("folded-frame");
  await page.getByRole("button", { name: /^Unfold / }).click();
  await open("sales");
  await page.getByRole("complementary", { name: "Details" }).getByLabel("Label").fill("Sales and orders");
  await open("hours");
  await page.keyboard.press("Delete");

  const openFromMenu = async (name: string) => {
    await page.getByRole("button", { name: "More", exact: true }).click();
    await take(`more-${name.toLowerCase().replaceAll(" ", "-")}`);
    await page.getByRole("menuitem", { name }).click();
  };
  await openFromMenu("All prompts");
  await page.getByRole("dialog").getByLabel("Find").fill("press");
  await take("prompts-of-a-flow");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await openFromMenu("Versions");
  await page.getByRole("dialog").getByRole("list", { name: "Changes" }).waitFor();
  await take("versions");
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });

  await page.getByRole("button", { name: "Show everything" }).click();
  await page.context().setOffline(true);
  await open("welcome");
  await page.getByRole("complementary", { name: "Details" }).getByLabel("Label").fill("Hello");
  await page.getByText("The server cannot be reached.").waitFor();
  await take("offline");
  await page.context().setOffline(false);
  await page.getByRole("button", { name: "Saved", exact: true }).waitFor();
}
