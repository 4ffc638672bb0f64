import type { Flow } from "./flow.ts";

export type Promises = NonNullable<Flow["promises"]>;

/** The flow with other promises; with none it does not speak of them. */
export function withPromises(flow: Flow, { outcomes = [], ...others }: Promises): Flow {
  const { promises: _before, ...rest } = flow;
  const kept = Object.fromEntries(Object.entries(others).filter(([, seconds]) => seconds !== undefined));
  const promises: Promises = { ...kept, ...(outcomes.length === 0 ? {} : { outcomes }) };
  return Object.keys(promises).length === 0 ? rest : { ...rest, promises };
}

/** Where a step goes, what was promised about it goes as well. */
export function withoutPromisesAbout(flow: Flow, gone: ReadonlySet<string>): Flow {
  const { promises } = flow;
  if (promises?.outcomes?.some(({ step }) => gone.has(step)) !== true) return flow;
  return withPromises(flow, { ...promises, outcomes: promises.outcomes.filter(({ step }) => !gone.has(step)) });
}
