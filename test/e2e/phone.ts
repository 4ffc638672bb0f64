import type { Locator, Page } from "playwright-core";

export const phoneOn = (page: Page): Locator => page.getByRole("tabpanel", { name: "Try a call" });

/** Skips from one thing that happens to the next until this is seen. */
export async function hearUntil(page: Page, seen: Locator): Promise<void> {
  const onwards = phoneOn(page).getByRole("button", { name: "To the next thing that happens" });
  // The clock goes on by itself as well: what comes last may have come before it is asked for.
  while ((await seen.count()) === 0) await onwards.click({ timeout: 1000 }).catch(() => undefined);
}
