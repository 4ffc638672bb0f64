import { type Finding, type Flow, said, withSubFlows } from "@ozflow/compiler";
import { type Known, makeRevision, type RevisionMade } from "../../aside/make-revision.ts";
import { runAside } from "../../aside/run-aside.ts";
import type { Who } from "../../auth/roles.ts";
import { entryAddress } from "../../callback/callback-address.ts";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../refusal.ts";
import { readDirectory } from "../phone-system/pbx-directory.ts";
import { type Publication, storedFlow } from "./flow-view.ts";
import { findFlow } from "./look-at-flows.ts";
import { changedMeanwhile } from "./save-flow.ts";
import { findSubFlow } from "./sub-flows.ts";

/** Compiles the stored draft and freezes it as the next revision, with the flows that it goes through. New calls get it at once, running ones never. */
export async function publishFlow(
  {
    store,
    clock,
    prompts,
    calendars,
    tables,
    pbx,
    phoneSystem,
    settings,
  }: Pick<Deps, "store" | "clock" | "prompts" | "calendars" | "tables" | "pbx" | "phoneSystem" | "settings">,
  input: { readonly id: string; readonly version: number; readonly message: string; readonly who: Who },
): Promise<Publication & { readonly diagnostics: readonly Finding[] }> {
  const row = await findFlow(store, input.id);
  if (row.version !== input.version) throw changedMeanwhile(row);
  const [directory] = await Promise.all([
    readDirectory({ pbx, phoneSystem, clock }),
    prompts.refresh(),
    calendars.refresh(),
    tables.refresh(),
  ]);
  const known = {
    generation: phoneSystem.current().generation,
    prompts: prompts.ids(),
    calendars: calendars.ids(),
    tables: tables.ids(),
    audioSeconds: prompts.lengths(),
    ...(directory === undefined ? {} : { directory }),
  };
  const flow = await withSubFlows(storedFlow(row), (id) => findSubFlow(store, id));
  const { diagnostics, texts } = await makeWhereItFits(flow, known);
  if (texts === undefined) {
    const errors = diagnostics.filter((one) => one.severity === "error").length;
    const sentence =
      errors === 1
        ? said`The flow cannot be published yet: 1 problem to solve first.`
        : said`The flow cannot be published yet: ${errors} problems to solve first.`;
    throw new Refusal("flow-has-errors", sentence, { diagnostics });
  }
  const publishedAt = clock.now().toISOString();
  const frozen = {
    ...texts,
    message: input.message,
    publishedAt,
    publishedBy: nameOf(input.who),
  };
  const revision = await store.revisions.publish(row.id, row.version, frozen);
  if (revision === undefined) throw changedMeanwhile(await findFlow(store, row.id));
  return { revision, publishedAt, callbackUrl: entryAddress(settings.publicUrl, row.key), diagnostics };
}

/** Steps, with those of sub-flows. Up to here a flow is made in less time than a thread needs to begin. */
const smallFlow = 200;

async function makeWhereItFits(flow: Flow, known: Known): Promise<RevisionMade> {
  const { steps, subFlows = {} } = flow;
  const count = Object.values(subFlows).reduce((sum, one) => sum + one.steps.length, steps.length);
  return count <= smallFlow ? makeRevision(flow, known) : await runAside("makeRevision", flow, known);
}

function nameOf({ name, token }: Who): string {
  return token === undefined ? name : `${name} (${token})`;
}
