import { expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { drawingOn, signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

const greeting = {
  ...flow({
    variables: { who: "text" },
    steps: {
      in: "incoming-call",
      say: ["say", { say: "Hello {who}, this is the greeting." }],
      judge: ["condition", { cases: [{ name: "known", when: 'who == "Ann"' }] }],
      ann: ["return", { name: "ann" }],
      back: "return",
    },
    edges: ["in > say > judge.known > ann", "judge.otherwise > back"],
  }),
  name: "Greeting",
};

const desk = {
  ...flow({
    steps: { in: "incoming-call", bye: ["say", { say: "That was all." }], end: "hang-up" },
    edges: ["bye > end"],
  }),
  name: "Desk",
  layout: { in: { x: 0, y: 0 }, bye: { x: 640, y: 200 }, end: { x: 640, y: 420 } },
};

describeInBrowser("a flow that others go through", (story) => {
  const ids = new Map<string, string>();
  const api = async (method: string, path: string, body: unknown) => {
    const { app, context } = story();
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const headers = { cookie, "content-type": "application/json" };
    const response = await fetch(`${app.url}/api${path}`, { method, headers, body: JSON.stringify(body) });
    expect(response.ok).toBe(true);
    return (await response.json()) as { readonly id: string };
  };

  it("is chosen by name, with its returns for ways out", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByRole("heading", { name: "Draw your first call flow" }).waitFor();
    for (const drawn of [greeting, desk]) ids.set(drawn.name, (await api("POST", "/flows", { flow: drawn })).id);
    await api("POST", `/flows/${ids.get("Greeting")}/publish`, { version: 1 });
    await page.goto(`${app.url}/#/flows/${ids.get("Desk")}`);
    await page.reload();
    const { card, drag, open } = drawingOn(page);
    await card("in").waitFor();
    await drag("Sub-flow", { x: 420, y: 60 });
    await open("sub-flow");
    const details = page.getByRole("complementary", { name: "Details" });
    await details.getByText("choose the flow they go through").waitFor();
    await details.getByRole("combobox", { name: "Flow", exact: true }).click();
    await expect.poll(() => page.getByRole("option", { name: "Desk" }).count()).toBe(0);
    await page.getByRole("option", { name: "Greeting" }).click();
    await card("sub-flow").getByLabel("Way out: ann", { exact: true }).waitFor();
    await card("sub-flow").getByText("Greeting").waitFor();
    await details.getByText("As published, revision 1").waitFor();
  });

  it("is given values for its variables, and says what is missing", async () => {
    const { page } = story();
    const details = page.getByRole("complementary", { name: "Details" });
    await details.getByText('never sets its variable "who"').first().waitFor();
    await details.locator('[data-field="parameters"]').getByRole("button", { name: "Add" }).click();
    await details.getByRole("combobox", { name: "Their variable" }).click();
    await page.getByRole("option", { name: "who" }).click();
    await details.getByLabel("Begins as").fill('"Bob"');
    await details.getByLabel("Begins as").blur();
    await details.getByText('never sets its variable "who"').first().waitFor({ state: "detached" });
  });

  it("stands in the caller's documents, is heard in a call, and lights the step that calls it", async () => {
    const { page } = story();
    const { card, connect } = drawingOn(page);
    await connect("in", "Then", "sub-flow");
    await connect("sub-flow", "Then", "bye");
    await page.getByRole("banner").getByRole("button", { name: "OzML preview", exact: true }).click();
    const line = page.locator(".cm-line").filter({ hasText: "this is the greeting" }).first();
    await line.waitFor();
    await card("bye").locator("header").click();
    await line.click();
    await page.getByRole("complementary", { name: "Details" }).getByText("As published, revision 1").waitFor();
    await page.getByRole("button", { name: "Close panel" }).click();
    await page.getByRole("banner").getByRole("button", { name: "Try a call", exact: true }).click();
    await page.getByRole("tabpanel").getByRole("button", { name: "Call", exact: true }).click();
    await page.getByText("Hello Bob, this is the greeting.").first().waitFor();
    await page.getByText("That was all.").last().waitFor();
    await page.getByRole("button", { name: "Close panel" }).click();
  });

  it("is opened from there, and cannot be deleted", async () => {
    const { page } = story();
    const { open } = drawingOn(page);
    await page.getByRole("banner").getByRole("button", { name: "Save" }).click();
    await page.getByRole("banner").getByRole("button", { name: "Saved" }).waitFor();
    await open("sub-flow");
    await page.getByRole("button", { name: "Open this flow" }).click();
    await expect.poll(() => page.url()).toContain(`/flows/${ids.get("Greeting")}`);
    await page.getByLabel("Flow name").first().waitFor();
    const { app, context } = story();
    const cookie = (await context.cookies()).map(({ name, value }) => `${name}=${value}`).join("; ");
    const refused = await fetch(`${app.url}/api/flows/${ids.get("Greeting")}`, {
      method: "DELETE",
      headers: { cookie },
    });
    expect(refused.status).toBe(409);
  });
});
