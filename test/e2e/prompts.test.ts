import { expect, it } from "vitest";
import { wav } from "../support/sound.ts";
import { drawingOn, signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

describeInBrowser("the prompt library", (story) => {
  const file = (name: string, buffer: Buffer) => ({ name, mimeType: "audio/wav", buffer });

  it("takes a sound, shows its wave and plays it; what is no sound is refused in a sentence", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByRole("link", { name: "Prompts" }).click();
    await page.getByText("No sounds yet").waitFor();
    const upload = page.locator("main input[type=file]").first();
    await upload.setInputFiles(file("Holiday greeting.wav", wav({ seconds: 2 })));
    const row = page.getByRole("row").filter({ hasText: "PCM" });
    await row.getByText("8 kHz").waitFor();
    await expect.poll(() => row.getByLabel("Name of Holiday greeting").inputValue()).toBe("Holiday greeting");
    await row.locator("canvas").first().waitFor();
    await row.getByRole("button", { name: "Play Holiday greeting" }).click();
    await row.getByRole("button", { name: "Pause Holiday greeting" }).waitFor();

    await upload.setInputFiles(file("letter.wav", Buffer.from("Dear callers")));
    await page.getByText("This is no WAV (PCM or G.711) or MP3 file.").waitFor();
    await expect.poll(() => page.getByRole("row").count()).toBe(2);
  });

  it("is chosen by name in a step, heard in a call, and kept while a flow plays it", async () => {
    const { page } = story();
    const { drag, card, connect, open } = drawingOn(page);
    await page.getByRole("link", { name: "Flows" }).click();
    await page.getByRole("button", { name: /^Empty flow/ }).click();
    await drag("Incoming call", { x: 120, y: 60 });
    await drag("Play", { x: 120, y: 260 });
    await connect("incoming-call", "Then", "play");
    await open("play");
    await page.getByRole("combobox", { name: "Audio file" }).fill("Holi");
    await page.getByRole("option", { name: "Holiday greeting" }).click();
    await page.getByRole("button", { name: "Play Holiday greeting" }).waitFor();
    await card("play").getByText("♪ Holiday greeting").waitFor();

    await page.getByRole("banner").getByRole("button", { name: "Try a call" }).click();
    const phone = page.getByRole("tabpanel", { name: "Try a call" });
    await phone.getByText("As published").click();
    await phone.getByRole("button", { name: /^(Save, publish and call|Call)$/ }).click();
    await phone.getByText("♪ Holiday greeting").waitFor();

    await page.getByRole("link", { name: "All flows" }).click();
    await page.getByRole("link", { name: "Prompts" }).click();
    const row = page.getByRole("row").filter({ hasText: "PCM" });
    await row.getByRole("link").waitFor();
    await row.getByRole("button", { name: "More for Holiday greeting" }).click();
    await page.getByRole("menuitem", { name: "Delete" }).click();
    await page.getByText(/"Holiday greeting" is played by/).waitFor();
    await expect.poll(() => row.count()).toBe(1);
    expect(story().faults).toEqual([]);
  });
});
