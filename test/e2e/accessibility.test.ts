import { expect, it } from "vitest";
import { findBarriers } from "./axe.ts";
import { visitEveryScreen } from "./every-screen.ts";
import { describeInBrowser } from "./story.ts";

describeInBrowser("everybody can use it", (story) => {
  it("has no barrier on any screen, in either theme", { timeout: 300_000 }, async () => {
    const { app, page, faults } = story();
    const barriers: string[] = [];
    const seen: string[] = [];
    await visitEveryScreen(page, app.url, async (screen, of) => {
      seen.push(screen);
      for (const barrier of await findBarriers(of)) barriers.push(`${screen}: ${barrier}`);
    });
    expect(barriers).toEqual([]);
    expect(seen.length).toBeGreaterThan(30);
    expect(faults).toEqual([]);
  });
});
