import { readFileSync } from "node:fs";
import { compile, type Flow, readFlowFile, writeFlow } from "@ozflow/compiler";
import { expect, it } from "vitest";
import { type Keyboard, keyboardOn } from "./keyboard.ts";
import { admin } from "./running-app.ts";
import { describeInBrowser } from "./story.ts";

describeInBrowser("drawing without a mouse", (story) => {
  it("draws and publishes the PIN check from an empty canvas", { timeout: 300_000 }, async () => {
    const { app, page, faults } = story();
    const keys = keyboardOn(page);
    const details = page.getByRole("complementary", { name: "Details" });
    const field = (name: string) => details.getByLabel(name, { exact: true }).and(page.locator("input, textarea"));

    /** Answers the menu that asks something. */
    const answer = async (words: string) => {
      await page.getByRole("dialog").locator("input:focus").waitFor();
      await keys.type(words);
      await keys.press("Enter");
    };
    /** Back from the fields; a list of suggestions that is open takes the first Escape. */
    const leave = async () => {
      await keys.press("Escape");
      if ((await details.locator(":focus").count()) > 0) await keys.press("Escape");
    };
    const rename = async (label: string) => {
      await keys.press("F2");
      await page.locator("input:focus").and(field("Label")).waitFor();
      await keys.press("Control+a");
      await keys.type(label);
      await keys.press("Escape");
    };
    const addNext = async (way: string | undefined, kind: string, label: string) => {
      await keys.press("n");
      if (way !== undefined) await answer(way);
      await page.getByRole("dialog", { name: "Add the next step" }).waitFor();
      await answer(kind);
      await page.getByRole("dialog").waitFor({ state: "detached" });
      await rename(label);
    };
    /** Edits the selected step; Escape leads back. */
    const edit = async (fields: Readonly<Record<string, string>>, key: "e" | "Enter" = "e") => {
      await keys.press(key);
      for (const [name, text] of Object.entries(fields)) await keys.fill(field(name), text);
      await leave();
    };
    const connect = async (way: string | undefined, target: string) => {
      await keys.press("c");
      if (way !== undefined) await answer(way);
      await page.getByRole("dialog", { name: "Connect to which step?" }).waitFor();
      await answer(target);
      await page.getByRole("dialog").waitFor({ state: "detached" });
    };

    await page.goto(app.url);
    await keys.reach(page.getByLabel("E-mail"));
    await keys.type(admin.email);
    await keys.reach(page.getByLabel("Password", { exact: true }));
    await keys.type(admin.password);
    await keys.press("Enter");
    await keys.reach(page.getByRole("button", { name: /^Empty flow/ }));
    await keys.press("Enter");
    await page.getByText("Drag a step here to begin").waitFor();
    await keys.fill(page.getByLabel("Flow name").first(), "PIN check");
    await keys.press("Enter");

    const steps = page.getByRole("navigation", { name: "Steps" });
    await keys.reach(steps.getByLabel("Search steps"));
    await keys.type("incoming");
    await keys.reach(steps.getByRole("button", { name: "Incoming call" }));
    await keys.press("Enter", "F6");
    await page.locator('[data-region="canvas"]:focus').waitFor();

    await addNext(undefined, "collect", "Ask for the PIN");
    await writeVariables(keys);
    await keys.press("e");
    await keys.fill(field("Wait for a key"), "8");
    await keys.fill(field("After no input, before asking again"), "I did not hear anything.");
    await keys.fill(field("After a wrong entry, before asking again"), "That PIN is not right.");
    await keys.fill(field("Keep the digits in"), "pin");
    await keys.press("ArrowDown", "Enter");
    await keys.fill(field("Accept when"), "pin == rightPin");
    await leave();

    await addNext("Entered", "menu", "Account menu");
    await edit({
      "The caller hears": "For your balance, press 1. To speak with a representative, press 2.",
      "Wait for a key": "6",
      "After no input, before asking again": "I did not hear a key.",
      "After a wrong entry, before asking again": "That key is not an option.",
    });
    await keys.press("e");
    await keys.reach(details.getByRole("button", { name: "Add", exact: true }));
    await keys.press("Enter");
    await keys.fill(field("Leads to").first(), "Balance");
    await keys.fill(field("Leads to").last(), "Representative");
    await leave();

    await addNext("Balance", "say", "Read the balance");
    await edit({ Text: "Your balance is {balance} dollars." });
    await addNext(undefined, "say", "Goodbye");
    await edit({ Text: "Thank you for calling. Goodbye." });
    await addNext(undefined, "hang", "End of the call");

    // The other branches are drawn in the outline.
    await keys.press("Control+Shift+F");
    const tree = page.getByRole("tree", { name: "Outline" });
    const row = (name: RegExp) => tree.getByRole("treeitem", { name });
    await keys.press("F6");
    await keys.reach(tree);
    await keys.type("rep");
    await expect.poll(() => row(/^Representative/).getAttribute("aria-selected")).toBe("true");
    await keys.press("Enter");
    await answer("transfer");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await rename("Representative");
    await edit({ "Transfer to": "2000" }, "Enter");
    await keys.press("Insert");
    await answer("say");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await rename("Nobody is free");
    await edit({ Text: "All representatives are busy. Please try again later." }, "Enter");
    await pickInMenu(keys, "Connect to a step");
    await answer("goodbye");
    await page.getByRole("dialog").waitFor({ state: "detached" });

    async function pickInMenu(keyboard: Keyboard, action: string) {
      await keyboard.press("Shift+F10");
      await keyboard.reach(page.getByRole("menuitem", { name: action }), "ArrowDown");
      await keyboard.press("Enter");
    }
    async function writeVariables(keyboard: Keyboard) {
      await keyboard.press("Control+k");
      await page.getByPlaceholder("Find a step, or do something").waitFor();
      await keyboard.type("variables");
      await keyboard.press("Enter");
      const dialog = page.getByRole("dialog", { name: "Variables" });
      const add = dialog.getByRole("button", { name: "Add variable" });
      const at = (name: string, index: number) => dialog.getByLabel(name, { exact: true }).nth(index);
      await keyboard.fill(at("Name", 0), "pin");
      await keyboard.reach(at("Secret", 0));
      await keyboard.press("Space");
      await keyboard.reach(add);
      await keyboard.press("Enter");
      await keyboard.fill(at("Name", 1), "rightPin");
      await keyboard.fill(at("At the beginning", 1), "1234");
      await keyboard.reach(at("Secret", 1));
      await keyboard.press("Space");
      await keyboard.reach(add);
      await keyboard.press("Enter");
      await keyboard.fill(at("Name", 2), "balance");
      await keyboard.reach(at("Type", 2));
      await keyboard.press("ArrowDown", "ArrowDown", "Enter");
      await keyboard.fill(at("At the beginning", 2), "1250");
      await keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
    }
    // Round the page: details, bar, steps, canvas.
    await keys.press("Control+Shift+F");
    while ((await page.locator('[data-region="canvas"]:focus').count()) === 0) await keys.press("F6");
    const goTo = async (label: string) => {
      const status = page.getByRole("status").filter({ hasText: `${label},` });
      for (let tries = 0; tries < 20 && (await status.count()) === 0; tries += 1) {
        await keys.press("k");
        await page.waitForTimeout(150);
      }
      await status.waitFor({ state: "attached" });
    };
    await goTo("Account menu");
    await connect("Retries", "Representative");
    await goTo("Ask for the PIN");
    await addNext("Retries", "say", "PIN refused");
    await edit({ Text: "We could not check your PIN. Please call again when you have it at hand." });
    await connect(undefined, "End of the call");

    await keys.press("Control+Enter");
    const dialog = page.getByRole("dialog", { name: "Publish" });
    await keys.reach(dialog.getByRole("button", { name: /^Publish/ }));
    await keys.press("Enter");
    await page.getByLabel("Callback URL").waitFor();

    const id = new URL(page.url()).hash.split("/").at(-1);
    const saved = await page.request.get(`${app.url}/api/flows/${id}`);
    const { flow } = (await saved.json()) as { readonly flow: Flow };
    expect(writeFlow(asDrawn(flow))).toBe(writeFlow(asDrawn(example())));
    expect(compile(flow)).toHaveProperty("program");
    expect(faults).toEqual([]);
  });
});

function example(): Flow {
  const read = readFlowFile(readFileSync(new URL("../../flows/pin-check.json", import.meta.url), "utf8"));
  if (!("flow" in read)) throw new Error("the example cannot be read");
  return read.flow;
}

/** Without layout, and with the labels as ids: those are made from the kind of step that was added. */
function asDrawn(flow: Flow): Flow {
  const labels = new Map(flow.steps.map((step) => [step.id, step.label.toLowerCase().replaceAll(" ", "-")]));
  const id = (known: string) => labels.get(known) ?? known;
  return {
    ...flow,
    steps: flow.steps.map((step) => ({ ...step, id: id(step.id) })),
    edges: flow.edges.map(({ from, port, to }) => ({ from: id(from), port, to: id(to) })),
    layout: {},
  };
}
