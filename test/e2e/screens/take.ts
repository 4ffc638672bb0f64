import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";

/** Called when a screen stands still; `of` is the page it is on, where it is not the usual one. */
export type Take = (name: string, of?: Page) => Promise<void>;

const flows = new URL("../../../flows/", import.meta.url);

/** Puts an example on the server, as whoever is signed in on the page; answers its id there. */
export async function addExample(page: Page, url: string, name: string): Promise<string> {
  const flow: unknown = JSON.parse(await readFile(new URL(`${name}.json`, flows), "utf8"));
  const { id } = (await (await page.request.post(`${url}/api/flows`, { data: { flow } })).json()) as { id: string };
  return id;
}

/** Closes the dialog on top. */
export async function leaveDialog(page: Page): Promise<void> {
  await page.keyboard.press("Escape");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}
