import { compile, type Diagnostic } from "@ozflow/compiler";
import { entryAddress } from "../callback-address.ts";
import type { Deps } from "../deps.ts";
import { Refusal } from "../refusal.ts";
import { type Publication, storedFlow } from "./flow-view.ts";
import { findFlow } from "./look-at-flows.ts";
import { changedMeanwhile } from "./save-flow.ts";

/** Compiles the stored draft and freezes it as the next revision. New calls get it at once, running ones never. */
export async function publishFlow(
  { store, clock, prompts, calendars, settings }: Pick<Deps, "store" | "clock" | "prompts" | "calendars" | "settings">,
  input: { readonly id: string; readonly version: number; readonly message: string },
): Promise<Publication & { readonly diagnostics: readonly Diagnostic[] }> {
  const row = await findFlow(store, input.id);
  if (row.version !== input.version) throw changedMeanwhile(row);
  await Promise.all([prompts.refresh(), calendars.refresh()]);
  const known = { generation: settings.generation, prompts: prompts.ids(), calendars: calendars.ids() };
  const { program, diagnostics } = compile(storedFlow(row), known);
  if (program === undefined) {
    const errors = diagnostics.filter((one) => one.severity === "error").length;
    const sentence = `The flow cannot be published yet: ${errors} ${errors === 1 ? "problem" : "problems"} to solve first.`;
    throw new Refusal("flow-has-errors", sentence, { diagnostics });
  }
  const publishedAt = clock.now().toISOString();
  const frozen = { file: row.file, program: JSON.stringify(program), message: input.message, publishedAt };
  const revision = await store.revisions.publish(row.id, row.version, frozen);
  if (revision === undefined) throw changedMeanwhile(await findFlow(store, row.id));
  return { revision, publishedAt, callbackUrl: entryAddress(settings.publicUrl, row.key), diagnostics };
}
