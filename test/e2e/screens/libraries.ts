import type { Page } from "playwright-core";
import { wav } from "../../support/sound.ts";
import type { Take } from "./take.ts";

/** What flows share: sounds, tables and calendars, with something in them. */
export async function takeLibraries(page: Page, url: string, take: Take): Promise<void> {
  await page.goto(`${url}/#/prompts`);
  const sound = { name: "Holiday greeting.wav", mimeType: "audio/wav", buffer: wav({ seconds: 2 }) };
  await page.locator("main input[type=file]").first().setInputFiles(sound);
  await page.getByRole("row").filter({ hasText: "PCM" }).locator("canvas").first().waitFor();
  await page.getByRole("alert").getByRole("button", { name: "Close" }).click();
  await take("prompts");

  const lines = Array.from({ length: 12 }, (_, n) => `${200 + n},Customer ${n + 1},en-US`);
  const csv = ["number,name,language", ...lines].join("\n");
  await page.request.post(`${url}/api/tables?name=Customers&key=number`, {
    data: csv,
    headers: { "content-type": "text/csv" },
  });
  await page.goto(`${url}/#/tables`);
  await page.getByRole("link", { name: /^12 rows/ }).click();
  await page.getByRole("row").nth(3).waitFor();
  await take("table-rows");

  await page.goto(`${url}/#/calendars/new`);
  await page.getByLabel("Name").fill("Support hours");
  await page.getByLabel("Hours on Monday").fill("8.30-12, 13-17");
  await page.getByLabel("Hours on Sunday").fill("sometimes");
  await page.keyboard.press("Tab");
  await take("calendar-fault");
  await page.getByLabel("Hours on Sunday").fill("");
  await page.getByRole("button", { name: "Add a day" }).click();
  const dialog = page.getByRole("dialog", { name: "Add a day" });
  await dialog.getByLabel("What day it is").fill("Christmas");
  await dialog.getByRole("textbox", { name: "First day" }).fill("2026-12-24");
  await dialog.getByRole("textbox", { name: "Last day" }).fill("2026-12-26");
  await dialog.getByLabel("Comes again each year").check();
  await take("special-day");
  await dialog.getByRole("button", { name: "Done" }).click();
  await page.getByRole("row").filter({ hasText: "every year" }).scrollIntoViewIfNeeded();
  await take("calendar-days");
  await page.getByRole("button", { name: "Save" }).click();
  await page.getByRole("link", { name: "All calendars" }).click();
  await page.getByRole("row").nth(1).waitFor();
  await take("calendars");
}
