import type { Locator, Page } from "playwright-core";

/** What a person does with mouse and keys on the editor's page, in their words. */
export interface Drawing {
  /** Drags a step from the palette to a place on the canvas, in pixels from its upper left corner. */
  drag(title: string, to: { x: number; y: number }): Promise<void>;
  card(id: string): Locator;
  /** Drags a line from the way out with this title to the other step. */
  connect(from: string, port: string, to: string): Promise<void>;
  /** Selects a step, so that its fields stand on the right. */
  open(id: string): Promise<void>;
}

export function drawingOn(page: Page): Drawing {
  const card = (id: string) => page.getByTestId(`step-${id}`);
  return {
    card,
    async drag(title, to) {
      const item = page.getByRole("navigation", { name: "Steps" }).getByRole("button", { name: title, exact: true });
      await item.dragTo(page.locator(".react-flow__pane"), { targetPosition: to });
    },
    async connect(from, port, to) {
      const source = card(from).getByLabel(`Way out: ${port}`, { exact: true });
      const target = card(to).locator(".react-flow__handle.target");
      await source.hover();
      await page.mouse.down();
      const end = await target.boundingBox();
      if (end === null) throw new Error(`"${to}" cannot be led to`);
      await page.mouse.move(end.x - 40, end.y, { steps: 4 });
      await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 4 });
      await page.mouse.up();
    },
    async open(id) {
      await card(id).locator("header").click();
    },
  };
}

export async function signIn(page: Page, url: string, { email, password }: { email: string; password: string }) {
  await page.goto(url);
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
}
