import { expect, it } from "vitest";
import { findBarriers } from "./axe.ts";
import { dropFile } from "./dropped-file.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

/** English words that no Spanish sentence has. */
const english = /\b(the|and|which|with|nobody|callers?|leads?|leaves|connect it|remove)\b/i;

describeInBrowser("the editor in Spanish", (story) => {
  it("speaks the browser's language from the first page on, steps and fields included", async () => {
    const { app, context } = story();
    const spanish = await context.browser()?.newContext({ locale: "es-MX", viewport: { width: 1366, height: 768 } });
    if (spanish === undefined) throw new Error("the browser is gone");
    const page = await spanish.newPage();
    await page.goto(app.url);
    await page.getByLabel("Correo electrónico").fill(admin.email);
    const password = page.getByLabel("Contraseña", { exact: true });
    await password.fill("not this one");
    await page.getByRole("button", { name: "Iniciar sesión" }).click();
    await page.getByText("El correo electrónico y la contraseña no concuerdan.").waitFor();
    await password.fill("");
    await page.getByRole("button", { name: "Iniciar sesión" }).click();
    await page.getByRole("alert").filter({ hasText: "Rellene este campo." }).waitFor();
    await password.fill(admin.password);
    await page.getByRole("button", { name: "Iniciar sesión" }).click();
    await page.getByRole("button", { name: /^Flujo vacío/ }).waitFor();
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("es");
    await page.getByRole("button", { name: /^Flujo vacío/ }).click();
    await page.getByText("Arrastre aquí un paso para empezar").waitFor();

    const steps = page.getByRole("navigation", { name: "Pasos" });
    await steps.getByLabel("Buscar pasos").fill("llamada entrante");
    await steps.getByRole("button", { name: "Llamada entrante" }).click();
    await page.keyboard.press("Escape");
    await page.getByTestId("step-incoming-call").locator("header").click();
    await page.keyboard.press("n");
    await page.getByRole("dialog", { name: "Añadir el paso siguiente" }).getByPlaceholder("Buscar pasos").fill("menú");
    await page.keyboard.press("Enter");
    const menu = page.getByTestId("step-menu");
    await menu.locator("header").getByText("Menú").first().waitFor();
    await menu.getByText("Intentos agotados").waitFor();
    const details = page.getByRole("complementary", { name: "Detalles" });
    await details.getByLabel("Esperar una tecla").waitFor();
    await details.getByText("Sin respuesta, antes de volver a preguntar").first().waitFor();
    expect(await findBarriers(page)).toEqual([]);

    await page
      .getByRole("banner")
      .getByRole("button", { name: /^\d+ problemas?$/ })
      .click();
    const problems = page.getByRole("list", { name: "Problemas" });
    await problems.getByText("La llamada termina sin una palabra cuando sale de «Menú» por «Ventas»").waitFor();
    await expect.poll(() => problems.textContent()).not.toMatch(english);
    await problems.getByRole("button", { name: "Poner ahí un Colgar" }).first().click();
    await page.getByTestId("step-hang-up").getByText("La llamada termina").waitFor();

    await menu.locator("header").click();
    await details.getByRole("button", { name: "Mostrar la ayuda" }).click();
    const help = details.getByRole("article");
    await help.getByRole("heading", { name: "Cuándo usarlo" }).waitFor();
    await expect.poll(() => help.textContent()).not.toMatch(english);

    const text = "<Response><Speak>Nos mudamos.</Speak><Delay Seconds=2/><Hangup/></Response>";
    await dropFile(page.locator(".react-flow__pane"), { name: "mudanza.ozml", text });
    const report = page.getByRole("dialog", { name: "Importar OzML" });
    await report.getByText(/<Delay> queda como OzML propio/).waitFor();
    await expect.poll(() => report.textContent()).not.toMatch(english);
    await spanish.close();
  });

  it("is switched in the account's menu, and stays so when the page comes again", async () => {
    const { app, page, faults } = story();
    await page.goto(app.url);
    await page.getByLabel("E-mail").fill(admin.email);
    await page.getByLabel("Password", { exact: true }).fill(admin.password);
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("button", { name: "Account" }).click();
    await page.getByRole("menuitem", { name: "Español" }).click();
    await page.getByRole("heading", { level: 1, name: "Flujos" }).waitFor();
    await expect.poll(() => page.locator("html").getAttribute("lang")).toBe("es");
    await page
      .getByText(/^hace \d|^ahora/)
      .first()
      .waitFor();
    await page.reload();
    await page.getByRole("link", { name: "Ajustes" }).click();
    await page.getByRole("heading", { level: 1, name: "Mi cuenta" }).waitFor();
    const guard = await page.request.get(`${app.url}/api/guard`);
    await page.request.put(`${app.url}/api/guard`, { data: await guard.json() });
    await page.getByRole("link", { name: "Registro de auditoría" }).click();
    const audited = page.getByRole("table", { name: "Registro de auditoría" }).getByRole("row");
    await audited.filter({ hasText: /Cambió unos límites.*todo/ }).waitFor();
    await audited.filter({ hasText: "Creó un flujo" }).getByRole("link").waitFor();
    await page.getByRole("link", { name: "Calendarios" }).click();
    await page.getByRole("heading", { level: 1, name: "Calendarios" }).waitFor();
    await page.getByRole("button", { name: "Cuenta" }).click();
    await page.getByRole("menuitem", { name: "English" }).click();
    await page.getByRole("heading", { level: 1, name: "Calendars" }).waitFor();
    expect(faults).toEqual([]);
  });
});
