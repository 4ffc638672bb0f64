import { copyFileSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { findChromium, launchChromium } from "./chromium.ts";
import { signIn } from "./drawing.ts";
import { visitEveryScreen } from "./every-screen.ts";
import { admin, startApp } from "./running-app.ts";
import { takeDialogs } from "./screens/dialogs.ts";
import { takeFlowScreens } from "./screens/flow.ts";
import { takeLanguages } from "./screens/languages.ts";
import { takeLibraries } from "./screens/libraries.ts";
import { takeSettings } from "./screens/settings.ts";
import { takeSpanish } from "./screens/spanish.ts";
import type { Take } from "./screens/take.ts";

/**
 * Pictures of every screen in both themes, to be looked at: `npx tsx test/e2e/screenshots.ts`. Parts and themes by their names, such as
 * `languages dark`, take less time.
 */
const parts: Readonly<Record<string, (page: Page, url: string, take: Take) => Promise<void>>> = {
  screens: visitEveryScreen,
  flow: takeFlowScreens,
  languages: takeLanguages,
  libraries: takeLibraries,
  dialogs: takeDialogs,
  settings: takeSettings,
  spanish: takeSpanish,
};
const themes = { light: "light", dark: "dark" } as const;
const shown = askedFor(parts);

/** Those that the command line names; all of them where it names none. */
function askedFor<Value>(all: Readonly<Record<string, Value>>): readonly (readonly [string, Value])[] {
  const asked = Object.entries(all).filter(([name]) => process.argv.includes(name, 2));
  return asked.length === 0 ? Object.entries(all) : asked;
}
const folder = fileURLToPath(new URL("../screenshots/", import.meta.url));
/** Those that README.md shows. */
const images = fileURLToPath(new URL("../../docs/images/", import.meta.url));
const inReadme: ReadonlySet<string> = new Set(["proofs", "call-as-drawn"]);
const laptop = { width: 1366, height: 768 };

const chromium = findChromium();
if (chromium === undefined) throw new Error("Screenshots need a Chromium: set CHROMIUM_PATH.");
for (const one of [folder, images]) mkdirSync(one, { recursive: true });
const browser = await launchChromium(chromium);
try {
  for (const [, colorScheme] of askedFor(themes)) {
    // Each on a server of its own, with nothing on it.
    const app = await startApp();
    try {
      await takePictures(app.url, colorScheme);
    } finally {
      await app.stop();
    }
  }
} finally {
  await browser.close();
}

async function takePictures(url: string, colorScheme: "light" | "dark"): Promise<void> {
  const context = await browser.newContext({ viewport: laptop, colorScheme, reducedMotion: "reduce" });
  const page = await context.newPage();
  page.on("pageerror", (error) => console.error(error));
  page.on("console", (message) => message.type() === "error" && console.error(message.text()));
  // The first part begins with the sign-in itself.
  if (shown[0]?.[0] !== "screens") {
    await signIn(page, url, admin);
    await page.getByRole("heading", { name: "Flows" }).waitFor();
  }
  for (const [part, takeAll] of shown) {
    let number = 0;
    await takeAll(page, url, async (name, of = page) => {
      number += 1;
      const path = `${folder}${colorScheme}-${part}-${String(number).padStart(2, "0")}-${name}.png`;
      // What the pointer happens to lie on would be lit.
      await of.mouse.move(2, 2);
      await of.screenshot({ path });
      if (colorScheme === "light" && inReadme.has(name)) copyFileSync(path, `${images}${name}.png`);
    });
  }
  await context.close();
}
