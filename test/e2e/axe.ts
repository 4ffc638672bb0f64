import axe, { type AxeResults, type RunOptions } from "axe-core";
import type { Page } from "playwright-core";

/** WCAG 2.2 up to AA, and what axe counts as good practice, such as headings in order. */
const everything: RunOptions["runOnly"] = {
  type: "tag",
  values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
};
/** What another theme can change. */
const colours: RunOptions["runOnly"] = { type: "rule", values: ["color-contrast", "link-in-text-block"] };

/** What axe finds wrong on a page in either theme, each as "rule, theme: the element, what is wrong with it". */
export async function findBarriers(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  return [...(await look(page, "light", everything)), ...(await look(page, "dark", colours))];
}

async function look(page: Page, theme: "light" | "dark", runOnly: RunOptions["runOnly"]): Promise<readonly string[]> {
  await page.emulateMedia({ colorScheme: theme });
  await page.locator(`html[data-mantine-color-scheme=${theme}]`).waitFor({ state: "attached" });
  // Menus and hints float above the page and belong to none of its regions.
  const rules = { region: { enabled: false } };
  const options = JSON.stringify({ runOnly, rules, resultTypes: ["violations"] });
  // What fades is judged when it has faded.
  const { violations } = await page.evaluate<AxeResults>(`(async () => {
    await new Promise((then) => requestAnimationFrame(() => requestAnimationFrame(then)));
    await Promise.allSettled(document.getAnimations().filter(ends).map(({ finished }) => finished));
    return axe.run(document, ${options});
    function ends({ effect }) { return effect.getComputedTiming().endTime !== Infinity; }
  })()`);
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary = "" }) => `${id}, ${theme}: ${html} ${failureSummary.replace(/\s+/g, " ")}`),
  );
}
