import { readFile } from "node:fs/promises";
import { expect, it } from "vitest";
import { frontDesk } from "../support/call-flows.ts";
import { flow } from "../support/flow-builder.ts";
import { notify } from "../support/stranger.ts";
import { signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

const recording = "http://pbx.example/HttpRecordings/message-7.mp3";

const survey = flow({
  steps: {
    in: "incoming-call",
    reached: ["disposition", { disposition: "reached", note: "" }],
    menu: ["menu", { options: ["1", "2"].map((key) => ({ key, label: key })), attempts: 1 }],
    happy: ["disposition", { disposition: "happy", note: "{call.caller} said 1" }],
    thanks: "say",
    bye: "hang-up",
  },
  edges: [
    "in > reached > menu.1 > happy > thanks > bye",
    "menu.2 > thanks",
    "menu.no-input > bye",
    "menu.invalid > bye",
    "menu.exhausted > bye",
  ],
});

describeInBrowser("the calls there were", (story) => {
  it("are found among many, page by page, and exported as they were found", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByText("Draw your first call flow").waitFor();
    const post = async (path: string, data: unknown) =>
      (await page.request.post(`${app.url}/api${path}`, { data })).json();
    const { id } = await post("/flows", { flow: frontDesk });
    const { callbackUrl } = await post(`/flows/${id}/publish`, { version: 1 });
    for (let n = 100; n < 160; n += 1) await notify(callbackUrl, { CallerId: `+36${n}`, Dialed: "7000" });

    await page.getByRole("link", { name: "Calls" }).click();
    const rows = page.getByRole("table", { name: "Calls", exact: true }).getByRole("row");
    const shown = (count: number) => expect.poll(() => rows.count(), { timeout: 15_000 }).toBe(count);
    await shown(51);
    await page.getByRole("button", { name: "Older" }).click();
    await shown(11);
    await expect.poll(() => page.getByRole("button", { name: "Older" }).isDisabled()).toBe(true);
    await page.getByRole("button", { name: "Newer" }).click();
    await shown(51);

    await page.getByLabel("Number").fill("36133");
    await shown(2);
    await page.reload();
    await shown(2);
    await expect.poll(() => page.getByLabel("Number").inputValue()).toBe("36133");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "CSV" }).click(),
    ]);
    const lines = (await readFile(await download.path(), "utf8")).trimEnd().split("\r\n");
    expect([lines.length, lines[1]]).toEqual([2, expect.stringContaining(",Front desk,1,incoming,+36133,7000,")]);
    await page.getByLabel("Number").fill("nobody");
    await page.getByText("No calls found").waitFor();
    await page.getByLabel("Number").fill("");
    await shown(51);

    const first = await notify(callbackUrl, { CallerId: "5550100", Dialed: "7000" });
    const asked = await notify(first.address("UserInput", "ForwardToUrl"), { DtmfDigits: "1" });
    await notify(asked.address("Record", "FinishedUrl"), { RecordURL: recording });
  });

  it("are looked for by what was typed last, however soon something else is done", async () => {
    const { page } = story();
    await page.getByLabel("Number").fill("36144");
    await page.getByRole("tab", { name: "Recordings" }).click();
    await page.getByRole("tab", { name: "Calls of flows" }).click();
    await expect.poll(() => page.getByLabel("Number").inputValue()).toBe("36144");
    await expect.poll(() => page.url()).toContain("number=36144");
    await page.getByLabel("Number").fill("");
    await page.getByRole("tab", { name: "Recordings" }).click();
    await expect.poll(() => page.url()).not.toContain("number=");
    await page.getByRole("tab", { name: "Calls of flows" }).click();
  });

  it("have recordings, which lead to the file and to the call", async () => {
    const { page, faults } = story();
    await page.getByRole("tab", { name: "Recordings" }).click();
    const row = page.getByRole("row").filter({ hasText: "5550100" });
    await expect.poll(() => row.getByRole("link", { name: "message-7.mp3" }).getAttribute("href")).toBe(recording);
    await row.getByRole("link", { name: /5550100/ }).click();
    const drawer = page.getByRole("dialog", { name: "Call" });
    await drawer.getByRole("link", { name: "message-7.mp3" }).waitFor();
    expect(faults).toEqual([]);
  });

  it("say how they went, and are found by it", async () => {
    const { app, page } = story();
    const post = async (path: string, data: unknown) =>
      (await page.request.post(`${app.url}/api${path}`, { data })).json();
    const { id } = await post("/flows", { flow: survey });
    const { callbackUrl } = await post(`/flows/${id}/publish`, { version: 1 });
    await notify(callbackUrl, { CallerId: "200" });
    const happy = await notify(callbackUrl, { CallerId: "201" });
    await notify(happy.address("GoTo", "Url", /happy/), {});

    await page.keyboard.press("Escape");
    await page.getByRole("tab", { name: "Calls of flows" }).click();
    const table = page.getByRole("table", { name: "Calls", exact: true });
    await table.getByRole("row").filter({ hasText: "201" }).getByText("happy", { exact: true }).waitFor();
    await page.getByRole("combobox", { name: "Disposition" }).click();
    await page.getByRole("option", { name: "happy" }).click();
    await expect.poll(() => table.getByRole("row").count()).toBe(2);
    await expect
      .poll(() => page.getByRole("link", { name: "CSV" }).getAttribute("href"))
      .toContain("disposition=happy");
    await table.getByRole("row").nth(1).click();
    const drawer = page.getByRole("dialog", { name: "Call" });
    await drawer.getByRole("row", { name: "Disposition happy" }).waitFor();
    await drawer.getByRole("row", { name: "Note 201 said 1" }).waitFor();
    expect(story().faults).toEqual([]);
  });
});
