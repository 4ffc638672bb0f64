import type { Page } from "playwright-core";

/** Runs of which the middle one counts. */
const runs = 7;
/** Milliseconds between keys: a quick typist. */
const keyEveryMs = 60;

/** What the editor says of a transfer without a number: the step's own data shows it. */
const noNumber = "enter the number to transfer to";
/** What it says where a variable is read that some ways leave empty: only the whole flow shows it. */
const maybeEmpty = "{account} may be empty here";

/** Milliseconds from the key that makes the problem to the frame that shows it. */
export interface ProblemWaits {
  readonly ownMs: number;
  readonly wholeFlowMs: number;
}

/** Types into the number of the selected transfer until something is wrong with it, and waits for the sentence about that. */
export async function timeProblems(page: Page): Promise<ProblemWaits> {
  return {
    ownMs: await median(() => untilTold(page, "", noNumber)),
    wholeFlowMs: await median(() => untilTold(page, "{account}", maybeEmpty)),
  };
}

async function untilTold(page: Page, number: string, sentence: string): Promise<number> {
  const field = page.getByRole("combobox", { name: "Transfer to" });
  const input = 'document.querySelector("aside input[role=combobox]")';
  const waitedMs = await watched(
    page,
    `untilText(${input}, ${JSON.stringify(number)}, "aside", ${JSON.stringify(sentence)})`,
    async () => {
      await field.fill("");
      await field.pressSequentially(number, { delay: keyEveryMs });
    },
  );
  await field.fill("2000");
  await page.locator("aside").getByText(sentence).waitFor({ state: "hidden" });
  return waitedMs;
}

/** Renames the selected step again and again, and takes each of the names back: from the key to the frame without it. */
export async function timeUndo(page: Page, step: string): Promise<number> {
  const label = page.locator("aside input").first();
  for (let run = 0; run < runs; run += 1) {
    await label.fill(`Name ${run}`);
    await label.blur();
  }
  const title = `document.querySelector("#title-${step}")`;
  return await median(() => watched(page, `untilUndone(${title})`, () => page.keyboard.press("Control+z")));
}

/** What a probe in the page measures of something that is done meanwhile; it has begun to watch before that. */
async function watched(page: Page, probe: string, act: () => Promise<void>): Promise<number> {
  await page.evaluate(`void (globalThis.watched = probes.${probe})`);
  await act();
  return (await page.evaluate("globalThis.watched")) as number;
}

async function median(measure: () => Promise<number>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) times.push(await measure());
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}
