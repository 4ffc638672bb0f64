import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { drawingOn, signIn } from "./drawing.ts";
import { hearUntil, phoneOn } from "./phone.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

const quiet = { say: "" };
const options = [
  { key: "1", label: "English" },
  { key: "2", label: "Español" },
];

/** A desk that speaks English only, whatever callers choose. */
const desk = {
  ...flow({
    steps: {
      in: "incoming-call",
      which: [
        "menu",
        { prompt: { say: "For English, press 1." }, options, attempts: 1, noInputPrompt: quiet, invalidPrompt: quiet },
      ],
      closed: ["say", { say: "We are closed today." }],
      bye: "hang-up",
    },
    edges: ["in > which.1 > closed > bye", "which.exhausted > closed"],
  }),
  name: "Desk",
  layout: { in: { x: 0, y: 0 }, which: { x: 0, y: 180 }, closed: { x: 360, y: 0 }, bye: { x: 360, y: 440 } },
};

const details = (page: Page) => page.getByRole("complementary", { name: "Details" });
const problems = (page: Page, text: RegExp) => page.getByRole("list", { name: "Problems" }).getByText(text);

async function openPrompts(page: Page) {
  await page.getByRole("button", { name: "More", exact: true }).click();
  await page.getByRole("menuitem", { name: "All prompts" }).click();
  return page.getByRole("dialog", { name: "Prompts of Desk" });
}

describeInBrowser("a flow of two languages", (story) => {
  it("gets its second language, and callers a key that leads to it", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByText("Draw your first call flow").waitFor();
    const created = await page.request.post(`${app.url}/api/flows`, { data: { flow: desk } });
    const { id } = (await created.json()) as { id: string };
    await page.goto(`${app.url}/#/flows/${id}`);
    await details(page).getByRole("button", { name: "American English" }).click();
    const languages = page.getByRole("dialog", { name: "Languages of the flow" });
    await languages.getByLabel("Code").fill("es-ES");
    await languages.getByRole("button", { name: "Add" }).click();
    await languages.getByText("European Spanish").waitFor();
    await page.keyboard.press("Escape");
    await details(page).getByRole("button", { name: "American English, European Spanish" }).waitFor();

    const { drag, connect, open, card } = drawingOn(page);
    await drag("Language", { x: 560, y: 300 });
    await connect("which", "Español", "language");
    await connect("language", "Then", "closed");
    await open("language");
    await details(page).getByRole("combobox", { name: "Language" }).click();
    await page.getByRole("option", { name: "European Spanish (es-ES)" }).click();
    await card("language").getByText("es-ES").waitFor();
  });

  it("tells what callers would hear in another language than theirs, until it is translated in the table", async () => {
    const { page } = story();
    await page.getByRole("banner").getByRole("button", { name: "1 problem" }).click();
    await problems(page, /callers who hear "es-ES" hear this in "en-US"; translate it/).waitFor();
    const prompts = await openPrompts(page);
    // The question itself is asked before anybody has chosen, so that it is in English is no problem.
    await prompts.getByRole("switch", { name: "To be translated (2, heard by callers: 1)" }).check();
    await prompts.getByText("not translated").nth(1).waitFor();
    await prompts.getByLabel(/^The closed step, es-ES/).fill("Hoy está cerrado.");
    await prompts.getByText("To be translated (1, heard by callers: 0)").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("banner").getByRole("button", { name: "No problems" }).waitFor();
  });

  it("tells that the words were changed since, until somebody has looked at both", async () => {
    const { page } = story();
    const { open } = drawingOn(page);
    await open("closed");
    await details(page).getByLabel("Text", { exact: true }).first().fill("We are closed today and tomorrow.");
    await problems(page, /the words in "en-US" were changed since they were translated/).waitFor();
    await details(page).getByText("It was translated from: We are closed today.").waitFor();
    const prompts = await openPrompts(page);
    await prompts.getByText("words have changed").waitFor();
    await prompts.getByLabel(/^The closed step, es-ES/).fill("Hoy y mañana está cerrado.");
    await prompts.getByText("words have changed").waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    await page.getByRole("banner").getByRole("button", { name: "No problems" }).waitFor();
  });

  it("is heard in the language that a caller chooses, and published", async () => {
    const { page, faults } = story();
    await page.getByRole("banner").getByRole("button", { name: "Try a call" }).click();
    const phone = phoneOn(page);
    await phone.getByRole("button", { name: "Call", exact: true }).click();
    await phone.getByText("The flow waits for a key").waitFor();
    await phone.getByRole("button", { name: "Key 2" }).click();
    await hearUntil(page, phone.getByText("Hoy y mañana está cerrado."));
    await phone
      .getByText(/Language="es-ES"/)
      .first()
      .waitFor();
    await hearUntil(page, phone.getByText("Call ended"));
    await page.getByRole("banner").getByRole("button", { name: "Publish" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).click();
    await page.getByLabel("Callback URL").waitFor();
    expect(faults).toEqual([]);
  });
});
