import type { Page } from "playwright-core";
import { addExample, leaveDialog, type Take } from "./take.ts";

/** The screens with the most words, in Spanish: what is longer than in English, and what is still English. */
export async function takeSpanish(page: Page, url: string, take: Take): Promise<void> {
  const id = await addExample(page, url, "support-line");
  await page.goto(`${url}/#/`);
  await page.getByRole("button", { name: "Account" }).click();
  await page.getByRole("menuitem", { name: "Español" }).click();
  await page.getByRole("button", { name: "Nuevo flujo" }).click();
  await page.getByRole("dialog").getByRole("button").nth(3).waitFor();
  await take("spanish-new-flow");
  await leaveDialog(page);
  await page.goto(`${url}/#/flows/${id}`);
  await page.getByTestId("step-topic").locator("header").click();
  await page.getByRole("complementary").getByRole("textbox").first().waitFor();
  await take("spanish-menu");
  await page.keyboard.press("Control+Shift+U");
  await page.getByRole("tabpanel").getByRole("list").waitFor();
  await take("spanish-proofs");
  await page.getByRole("tab").nth(3).click();
  await page.locator(".cm-line").first().waitFor();
  await take("spanish-preview");
  await page.getByRole("tab").nth(4).click();
  await page.getByRole("button", { name: "Llamar", exact: true }).click();
  await page.getByRole("button", { name: "Colgar" }).waitFor();
  await take("spanish-call");
  await page.getByRole("button", { name: "Sobre la llamada" }).click();
  const setup = page.getByRole("dialog", { name: "Sobre la llamada" });
  await setup.getByRole("tab", { name: "Centralita" }).click();
  await take("spanish-call-setup");
  await leaveDialog(page);
  await page.getByRole("banner").getByRole("button", { name: "Publicar" }).click();
  await page.getByRole("dialog").waitFor();
  await take("spanish-publish");
  await leaveDialog(page);
  await page.keyboard.press("Shift+?");
  await page.getByRole("dialog").waitFor();
  await take("spanish-shortcuts");
  await leaveDialog(page);
  const dialogs = { prompts: "Todas las locuciones", versions: "Versiones", limits: "Límites de llamadas" };
  for (const [screen, name] of Object.entries(dialogs)) {
    await page.getByRole("button", { name: "Más", exact: true }).click();
    await page.getByRole("menuitem", { name }).click();
    await page.getByRole("dialog").waitFor();
    await page.waitForLoadState("networkidle");
    await take(`spanish-${screen}`);
    await leaveDialog(page);
  }
  for (const section of ["users", "guard", "pbx", "audit"]) {
    await page.goto(`${url}/#/settings/${section}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    await take(`spanish-${section}`);
  }
  await page.goto(`${url}/#/calls`);
  await page.getByRole("tab").nth(3).waitFor();
  await page.waitForLoadState("networkidle");
  await take("spanish-calls");
  await page.getByRole("tab").nth(3).click();
  await page.waitForLoadState("networkidle");
  await take("spanish-history");
  for (const library of ["prompts", "tables", "calendars"]) {
    await page.goto(`${url}/#/${library}`);
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.waitForLoadState("networkidle");
    await take(`spanish-${library}-page`);
  }
}
