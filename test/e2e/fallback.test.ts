import { expect, it } from "vitest";
import { flow } from "../support/flow-builder.ts";
import { signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

interface Flow {
  readonly published?: { readonly callbackUrl: string };
}

/** Says nothing of its own when it fails. */
const hotline = {
  ...flow({
    languages: ["en-US", "es-ES"],
    steps: { in: "incoming-call", es: ["set-language", { by: "language", language: "es-ES" }], bye: "hang-up" },
    edges: ["in > es > bye"],
  }),
  name: "Hotline",
  layout: { in: { x: 0, y: 0 }, es: { x: 0, y: 160 }, bye: { x: 0, y: 320 } },
};

describeInBrowser("what callers hear when something fails", (story) => {
  it("is written in each language beside the flow, and heard when it cannot go on", async () => {
    const { app, page, faults } = story();
    await signIn(page, app.url, admin);
    await page.getByText("Draw your first call flow").waitFor();
    const created = await page.request.post(`${app.url}/api/flows`, { data: { flow: hotline } });
    const { id } = (await created.json()) as { id: string };
    await page.goto(`${app.url}/#/flows/${id}`);
    const details = page.getByRole("complementary", { name: "Details" });
    await details.getByRole("button", { name: "Say something of its own" }).click();
    const english = details.getByRole("textbox", { name: "Callers hear in American English" });
    await expect.poll(() => english.inputValue()).toMatch(/^We are sorry/);
    await english.fill("Our lines are down.");

    const spanish = details.getByRole("textbox", { name: "Callers hear in European Spanish" });
    await spanish.fill("");
    const problems = page.getByRole("list", { name: "Problems" });
    await page.getByRole("button", { name: "1 problem" }).click();
    await problems.getByText(/when something fails: .* translate it/).waitFor();
    await spanish.fill("No hay línea.");
    await problems.getByText(/translate it/).waitFor({ state: "hidden" });

    const takesOver = details.getByLabel("Then connect them to");
    await takesOver.fill("the boss");
    await details.getByText("Write a number or an extension").waitFor();
    await takesOver.fill("2000");

    await page.getByRole("button", { name: "Publish" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Publish", exact: true }).click();
    const published = async () => {
      const flow = (await (await page.request.get(`${app.url}/api/flows/${id}`)).json()) as Flow;
      return flow.published?.callbackUrl;
    };
    await expect.poll(published).toContain("/c/");
    const callbackUrl = await published();
    const answer = await (await fetch(`${callbackUrl}/1/nothing?s=nobody`)).text();
    expect(answer.match(/<(Speak|BlindTransfer).*?<\/\1>/g)).toEqual([
      '<Speak Language="en-US">Our lines are down.</Speak>',
      '<Speak Language="es-ES">No hay línea.</Speak>',
      "<BlindTransfer>2000</BlindTransfer>",
    ]);
    expect(faults).toEqual([]);
  });
});
