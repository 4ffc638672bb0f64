import { expect, it } from "vitest";
import { drawingOn, signIn } from "./drawing.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

describeInBrowser("calendars", (story) => {
  it("are made with keys and mouse, and say what holds at a time", async () => {
    const { app, page } = story();
    await signIn(page, app.url, admin);
    await page.getByRole("link", { name: "Calendars" }).click();
    await page.getByText("No calendars yet").waitFor();
    await page.getByRole("link", { name: "New calendar" }).click();
    await page.getByLabel("Name").fill("Support hours");
    await page.getByRole("combobox", { name: "Time zone" }).fill("Budapest");
    await page.getByRole("option", { name: "Europe/Budapest" }).click();

    const monday = page.getByLabel("Hours on Monday");
    await monday.fill("8.30-12, 13-17");
    await page.keyboard.press("Tab");
    await expect.poll(() => monday.inputValue()).toBe("08:30–12:00, 13:00–17:00");
    await page.getByLabel("Hours on Friday").fill("22-2");
    await page.getByLabel("Hours on Sunday").fill("sometimes");
    await page.keyboard.press("Enter");
    await page.getByText("“sometimes” has no beginning and end").waitFor();
    await page.getByRole("button", { name: "More for Sunday" }).click();
    await page.getByRole("menuitem", { name: "Closed all day" }).click();
    await expect.poll(() => page.getByLabel("Hours on Friday").inputValue()).toBe("22:00–02:00");

    // From six to twelve on Saturday, drawn on the track.
    const track = page.locator("[class*=track]").nth(5);
    const box = await track.boundingBox();
    if (box === null) throw new Error("the track is not there");
    const at = (hour: number) => [box.x + (box.width * hour) / 24, box.y + box.height / 2] as const;
    await page.mouse.move(...at(6));
    await page.mouse.down();
    await page.mouse.move(...at(9), { steps: 3 });
    await page.mouse.move(...at(12), { steps: 3 });
    await page.mouse.up();
    await expect.poll(() => page.getByLabel("Hours on Saturday").inputValue()).toBe("06:00–12:00");

    await page.getByRole("button", { name: "Add a day" }).click();
    const dialog = page.getByRole("dialog", { name: "Add a day" });
    await dialog.getByRole("button", { name: "Done" }).click();
    await dialog.getByText("Give the day a name.").waitFor();
    await dialog.getByLabel("What day it is").fill("Christmas");
    await dialog.getByRole("textbox", { name: "First day" }).fill("2026-12-01");
    await dialog.getByRole("button", { name: "First day: choose in a calendar" }).click();
    await page.getByRole("button", { name: "24 December 2026" }).click();
    await expect.poll(() => dialog.getByRole("textbox", { name: "First day" }).inputValue()).toBe("Dec 24, 2026");
    await dialog.getByRole("textbox", { name: "Last day" }).fill("2026-12-26");
    await dialog.getByRole("button", { name: "Last day: choose in a calendar" }).click();
    await page.getByRole("button", { name: "26 December 2026" }).waitFor();
    // Closes the calendar, not the dialog.
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "26 December 2026" }).waitFor({ state: "detached" });
    await dialog.getByLabel("Comes again each year").check();
    await dialog.getByRole("button", { name: "Done" }).click();
    await page.getByRole("row").filter({ hasText: "every year" }).waitFor();

    const asked = page.getByRole("textbox", { name: "What is it at…" });
    const says = page.getByRole("status");
    await asked.fill("2026-01-05T12:30");
    await says
      .filter({ hasText: "Closed" })
      .filter({ hasText: "opens Mon 5 Jan" })
      .or(says.filter({ hasText: "opens Mon, Jan 5, 13:00" }))
      .waitFor();
    await asked.fill("2026-01-10T01:59");
    await says.filter({ hasText: /^Open/ }).waitFor();
    await asked.fill("2027-12-25T10:00");
    await says.filter({ hasText: /^Holiday/ }).waitFor();

    // Work that is not saved is there again after a look at another page.
    await page.getByRole("link", { name: "Prompts" }).click();
    await page.getByRole("link", { name: "Calendars" }).click();
    await page.getByRole("link", { name: "New calendar" }).click();
    await expect.poll(() => page.getByLabel("Name").inputValue()).toBe("Support hours");
    await page.getByRole("button", { name: "Save" }).click();
    await page.getByText("“Support hours” holds for every call").waitFor();
    await page.getByRole("heading", { level: 1, name: "Support hours" }).waitFor();
    await page.getByRole("link", { name: "All calendars" }).click();
    await page.getByRole("row").filter({ hasText: "Support hours" }).getByText("Europe/Budapest").waitFor();
  });

  it("are chosen by name in a step, made beside a flow, and asked by the phone in the browser", async () => {
    const { page } = story();
    const { drag, card, connect, open } = drawingOn(page);
    await page.getByRole("link", { name: "Flows" }).click();
    await page.getByRole("button", { name: /^Empty flow/ }).click();
    await drag("Incoming call", { x: 100, y: 40 });
    await drag("Business hours", { x: 100, y: 160 });
    await drag("Say", { x: 460, y: 160 });
    await connect("incoming-call", "Then", "business-hours");
    await connect("business-hours", "Closed", "say");
    await open("say");
    await page
      .getByRole("textbox", { name: /^What callers hear|Text/ })
      .first()
      .fill("Nobody is here.");
    await open("business-hours");
    await page.getByRole("combobox", { name: "Calendar" }).click();
    await page.getByRole("option", { name: "Support hours" }).click();
    await card("business-hours").getByText("Support hours").waitFor();

    await page.getByRole("button", { name: "New calendar" }).click();
    const dialog = page.getByRole("dialog", { name: "New calendar" });
    await dialog.getByLabel("Name").fill("Never");
    for (const day of ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday"]) {
      await dialog.getByLabel(`Hours on ${day}`).fill("");
    }
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.waitFor({ state: "detached" });
    await card("business-hours").getByText("Never").waitFor();

    await page.getByRole("banner").getByRole("button", { name: "Try a call" }).click();
    const phone = page.getByRole("tabpanel", { name: "Try a call" });
    await phone.getByRole("button", { name: "Call", exact: true }).click();
    await phone.getByText("Nobody is here.").first().waitFor();
  });

  it("stay while a flow asks them, and say which", async () => {
    const { page } = story();
    await page.keyboard.press("Control+s");
    await page.getByRole("button", { name: "Saved", exact: true }).waitFor();
    await page.getByRole("link", { name: "All flows" }).click();
    await page.getByRole("link", { name: "Calendars" }).click();
    await page.getByRole("row").filter({ hasText: "Never" }).getByRole("link", { name: /flow/i }).waitFor();
    await page.getByRole("button", { name: "Delete Never" }).click();
    await page.getByText(/"Never" is asked by/).waitFor();
    await page.getByRole("button", { name: "Delete Support hours" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await page.getByText("“Support hours” is deleted").waitFor();
    await expect.poll(() => page.getByRole("row").filter({ hasText: "Support hours" }).count()).toBe(0);
    expect(story().faults).toEqual([]);
  });
});
