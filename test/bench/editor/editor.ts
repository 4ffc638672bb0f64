import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { findChromium, launchChromium } from "../../e2e/chromium.ts";
import { signIn } from "../../e2e/drawing.ts";
import { admin, type RunningApp, startApp } from "../../e2e/running-app.ts";
import { largeFlow } from "../../support/large-flow.ts";
import { print } from "../figure.ts";
import { type PlainPage, servePlainPage } from "./plain-page.ts";
import { type ProblemWaits, timeProblems, timeUndo } from "./waits.ts";

const laptop = { width: 1366, height: 768 };
/** Milliseconds that a pull lasts. */
const pullMs = 2500;
/** Keys of which the middle one counts. */
const keys = 24;
/** Milliseconds after typing stops in which problems are to be there (issue 7, part 9). */
const problemsWithin = 200;

interface Measured {
  readonly openMs: number;
  readonly pan: Pull;
  readonly drag: Pull;
  readonly keyMs: number;
}

interface Pull {
  readonly perSecond: number;
  readonly medianMs: number;
}

/** Other counts of steps can be named: `npm run bench -- editor 1000`. */
function countsAsked(): readonly number[] {
  const named = process.argv.slice(3).map(Number);
  return named.length > 0 ? named : [100, 1000, 3000];
}

/**
 * The editor against React Flow's plain default nodes of the same count, one after the other in one browser: the same
 * drawing, at the same scale, in a canvas of the same size, so that as many steps are seen. The plain page has a dotted
 * ground as the editor has, and neither a map nor anything beside its canvas.
 */
export async function bench(): Promise<void> {
  const executable = findChromium();
  if (executable === undefined) throw new Error("This bench needs a Chromium: set CHROMIUM_PATH.");
  const [app, browser] = [await startApp(), await launchChromium(executable)];
  const plain = await servePlainPage();
  try {
    for (const steps of countsAsked()) await compare(browser, app, plain, steps);
  } finally {
    await browser.close();
    await plain.stop();
    await app.stop();
  }
}

async function compare(browser: Browser, app: RunningApp, plain: PlainPage, steps: number): Promise<void> {
  const flow = largeFlow(steps);
  const context = await browser.newContext({ viewport: laptop, reducedMotion: "reduce" });
  await context.addInitScript({ path: fileURLToPath(new URL("probes.js", import.meta.url)) });
  const page = await context.newPage();
  await signIn(page, app.url, admin);
  await page.getByRole("heading", { name: "Flows" }).waitFor();
  const stored = await page.request.post(`${app.url}/api/flows`, { data: { flow } });
  const { id } = await stored.json();

  const { problems, undoMs, canvas, ...ours } = await measureEditor(page, `${app.url}/#/flows/${id}`);
  await page.close();
  plain.show(flow, canvas);
  const other = await measurePlain(await context.newPage(), plain.url);
  await context.close();

  const against = (name: string, unit: string, value: number, baseline: number) =>
    print({ name: `editor, ${steps} steps: ${name}`, value, unit, baseline });
  against("frames in a pan, against plain nodes", "frames/s", ours.pan.perSecond, other.pan.perSecond);
  against("frames in a drag, against plain nodes", "frames/s", ours.drag.perSecond, other.drag.perSecond);
  against("from a move of a drag to its paint, against plain nodes", "ms", ours.drag.medianMs, other.drag.medianMs);
  against("from a key to its paint, against a label of a plain node", "ms", ours.keyMs, other.keyMs);
  against("from address to drawing, against plain nodes", "ms", ours.openMs, other.openMs);
  against("from Ctrl+Z to its paint, against a label of a plain node", "ms", undoMs, other.keyMs);
  const within = (what: string, value: number) =>
    against(
      `problems that ${what} shows after typing stops, against ${problemsWithin} ms`,
      "ms",
      value,
      problemsWithin,
    );
  within("a step's own data", problems.ownMs);
  within("the whole flow", problems.wholeFlowMs);
}

async function measurePlain(page: Page, url: string): Promise<Measured> {
  const began = performance.now();
  await page.goto(url);
  await page.locator(".react-flow__node").first().waitFor();
  await page.evaluate("probes.painted()");
  const openMs = performance.now() - began;
  const pan = await pull(page, `probes.pan(${pullMs})`);
  await page.locator(`.react-flow__node[data-id='${dragged}']`).click();
  const drag = await pull(page, `probes.drag(".react-flow__node[data-id='${dragged}']", ${pullMs})`);
  const keyMs = await typeInto(page, "#label");
  await page.close();
  return { openMs, pan, drag, keyMs };
}

/** A step near the beginning, which both pages show. */
const dragged = "operator-00002";

interface MeasuredEditor extends Measured {
  readonly problems: ProblemWaits;
  readonly undoMs: number;
  /** The part of the page that shows the drawing. */
  readonly canvas: { readonly width: number; readonly height: number };
}

async function measureEditor(page: Page, url: string): Promise<MeasuredEditor> {
  // The page is there already: an address behind the # only opens the flow.
  const began = performance.now();
  await page.goto(url);
  await page.locator(".react-flow__node").first().waitFor();
  await page.evaluate("probes.painted()");
  const openMs = performance.now() - began;
  await page.getByRole("button", { name: /problem/i }).waitFor();
  const { width = 0, height = 0 } = (await page.locator(".react-flow").boundingBox()) ?? {};
  const pan = await pull(page, `probes.pan(${pullMs})`);
  // Selected first: that its fields are loaded once is no part of a drag.
  await page.locator(`.react-flow__node[data-id='${dragged}'] header`).click();
  const details = page.getByRole("complementary", { name: "Details" });
  await details.getByLabel("Label").waitFor();
  const drag = await pull(page, `probes.drag(".react-flow__node[data-id='${dragged}'] header", ${pullMs})`);
  const keyMs = await typeInto(page, "aside input");
  const problems = await timeProblems(page);
  const undoMs = await timeUndo(page, dragged);
  return { openMs, pan, drag, keyMs, problems, undoMs, canvas: { width, height } };
}

const pull = (page: Page, probe: string) => page.evaluate(probe) as Promise<Pull>;

async function typeInto(page: Page, selector: string): Promise<number> {
  await page.locator(selector).first().focus();
  await page.evaluate(`probes.watchKeys(document.querySelector(${JSON.stringify(selector)}))`);
  for (let key = 0; key < keys; key += 1) {
    await page.keyboard.press("x");
    await page.waitForTimeout(60);
  }
  return (await page.evaluate("probes.medianKeyMs()")) as number;
}
