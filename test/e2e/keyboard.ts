import type { Locator, Page } from "playwright-core";

/** More Tabs than a page has stops. */
const patience = 150;

/** What a person does who has no mouse. */
export interface Keyboard {
  press(...keys: readonly string[]): Promise<void>;
  /** Tab after Tab until the focus is on it; in a menu, the arrow key. */
  reach(goal: Locator, key?: "Tab" | "ArrowDown"): Promise<void>;
  type(text: string): Promise<void>;
  /** Goes to a field and writes over what it holds. */
  fill(field: Locator, text: string): Promise<void>;
}

export function keyboardOn(page: Page): Keyboard {
  const keyboard: Keyboard = {
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
    async reach(goal, key = "Tab") {
      await goal.waitFor();
      const focused = goal.and(page.locator(":focus"));
      for (let tabs = 0; tabs < patience; tabs += 1) {
        if ((await focused.count()) > 0) return;
        await page.keyboard.press(key);
      }
      throw new Error(`no ${key} leads to ${goal}`);
    },
    type: (text) => page.keyboard.type(text),
    async fill(field, text) {
      await keyboard.reach(field);
      await page.keyboard.press("Control+a");
      await page.keyboard.type(text);
    },
  };
  return keyboard;
}
