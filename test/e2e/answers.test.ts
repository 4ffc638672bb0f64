import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { drawingOn, signIn } from "./drawing.ts";
import { hearUntil, phoneOn } from "./phone.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

const desk = flow({
  steps: {
    in: "incoming-call",
    find: [
      "http-request",
      { url: "https://crm.example.com/customers/{call.caller}", fields: [{ path: "name", variable: "name" }] },
    ],
    known: ["say", { say: "Hello {name}." }],
    unknown: ["say", { say: "We do not know you yet." }],
    away: ["say", { say: "Our files are away." }],
    ask: [
      "menu",
      {
        prompt: { say: "Press 1." },
        options: [{ key: "1", label: "On" }],
        attempts: 3,
        timeoutSeconds: 5,
        noInputPrompt: { say: "I heard nothing." },
        invalidPrompt: { say: "That is no key." },
      },
    ],
    often: ["say", { say: "That was too often." }],
    bye: "hang-up",
  },
  variables: { name: "text" },
  edges: [
    "in > find.success > known > ask.1 > bye",
    "find.client-error > unknown > ask",
    "find.failure > away > ask",
    "ask.exhausted > often > bye",
  ],
});

describeInBrowser("whatever is answered leads somewhere", (story) => {
  const said = (page: Page) => phoneOn(page).getByRole("list", { name: "Transcript" }).getByRole("listitem");
  const push = (page: Page, name: string) => phoneOn(page).getByRole("button", { name, exact: true }).click();

  it("of a caller: nothing, a wrong key, too often; each as the menu was told to wait and say", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByText("Draw your first call flow").waitFor();
    const layout = Object.fromEntries(
      desk.steps.map(({ id }, index) => [id, { x: index * 300, y: (index % 3) * 200 }]),
    );
    const answer = await page.request.post(`${app.url}/api/flows`, { data: { flow: { ...desk, layout } } });
    await page.goto(`${app.url}/#/flows/${(await answer.json()).id}`);
    await page.getByTestId("step-in").waitFor();
    await page.getByRole("button", { name: "Show everything" }).click();
    await page.getByTestId("step-ask").waitFor();
    await drawingOn(page).open("ask");
    const details = page.getByRole("complementary", { name: "Details" });
    await details.getByLabel("Wait for a key").fill("4");
    await details.getByLabel("Ask at most").fill("2");
    await page.getByRole("button", { name: "Try a call" }).click();
    await mock(page, "An answer", "404");
    await push(page, "Call");
    await hearUntil(page, said(page).filter({ hasText: "We do not know you yet." }));
    await hearUntil(page, phoneOn(page).getByText("The flow waits for a key"));
    await push(page, "Pause the clock");
    await push(page, "Key 9");
    await hearUntil(page, said(page).filter({ hasText: "That is no key." }));
    await hearUntil(page, said(page).filter({ hasText: "Nothing for 4 s" }));
    await hearUntil(page, said(page).filter({ hasText: "That was too often." }));
    await hearUntil(page, phoneOn(page).getByText("The call is over"));
  });

  it("of a web server: what is asked for, a refusal, or nothing at all", async () => {
    const { page, faults } = story();
    await mock(page, "No answer");
    await push(page, "Call");
    await hearUntil(page, said(page).filter({ hasText: "Our files are away." }));
    await push(page, "Hang up");
    await mock(page, "An answer", "200", '{"name": "Ann"}');
    await push(page, "Call");
    await hearUntil(page, said(page).filter({ hasText: "Hello Ann." }));
    await push(page, "Hang up");
    expect(faults).toEqual([]);
  });

  /** What the web server does in the next call. */
  async function mock(page: Page, outcome: string, status?: string, body?: string): Promise<void> {
    await push(page, "About the call");
    const dialog = page.getByRole("dialog", { name: "About the call" });
    await dialog.getByRole("tab", { name: /^Web servers/ }).click();
    if ((await dialog.getByLabel("What comes").count()) === 0)
      await dialog.getByRole("button", { name: "Add an answer" }).click();
    await dialog.getByRole("combobox", { name: "What comes" }).click();
    await page.getByRole("option", { name: outcome, exact: true }).click();
    if (status !== undefined) await dialog.getByLabel("Status").fill(status);
    if (body !== undefined) await dialog.getByLabel("Body", { exact: false }).fill(body);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
  }
});
