import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect } from "vitest";
import { findChromium, launchChromium } from "./chromium.ts";
import { type RunningApp, startApp } from "./running-app.ts";

export interface Story {
  readonly app: RunningApp;
  readonly context: BrowserContext;
  readonly page: Page;
  /** Exceptions of the page and what its policy forbade; neither is expected. */
  readonly faults: readonly string[];
}

const laptop = { width: 1366, height: 768 };

/**
 * Tests that need a browser: a server with an empty database and one page on it for all tests of the block. Without a
 * Chromium they are skipped by name; where `CI=true` that is a failure.
 */
export function describeInBrowser(name: string, define: (story: () => Story) => void): void {
  const executable = findChromium();
  if (executable === undefined && process.env["CI"] === "true") {
    throw new Error("No Chromium was found: set CHROMIUM_PATH, or install it. Browser tests may not be skipped here.");
  }
  describe.skipIf(executable === undefined)(name, () => {
    let story: Story | undefined;
    let browser: Browser | undefined;

    beforeAll(async () => {
      const app = await startApp();
      browser = await launchChromium(executable ?? "");
      const context = await browser.newContext({ viewport: laptop, reducedMotion: "reduce" });
      context.setDefaultTimeout(15_000);
      const page = await context.newPage();
      const faults: string[] = [];
      context.on("weberror", (fault) => faults.push(fault.error().message));
      context.on("console", (said) => {
        if (said.text().includes("Content Security Policy")) faults.push(said.text());
      });
      story = { app, context, page, faults };
    });

    afterAll(async () => {
      expect(story?.faults).toEqual([]);
      await browser?.close();
      await story?.app.stop();
    });

    define(() => {
      if (story === undefined) throw new Error("the story is told inside of a test");
      return story;
    });
  });
}
