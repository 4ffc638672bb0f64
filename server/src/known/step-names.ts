import { createRecent } from "../store/recent.ts";

/** What the steps of a revision are called, as callbacks are kept with it. */
export interface StepNames {
  /** By its id; the id itself where nothing is known of the step. */
  named(id: string): { readonly id: string; readonly label: string };
  /** JSON of these, in their order. */
  written(ids: readonly string[]): string;
}

/** Ways from one callback to the next that are kept written down: most callers take one of a few. */
const maxWays = 100;

export function createStepNames(labels: ReadonlyMap<string, string>): StepNames {
  const ways = createRecent<string>(maxWays);
  const named = (id: string) => ({ id, label: labels.get(id) ?? id });
  return {
    named,
    written(ids) {
      const way = `${ids.length} ${ids.join("\n")}`;
      const known = ways.find(way) ?? JSON.stringify(ids.map(named));
      ways.keep(way, known);
      return known;
    },
  };
}
