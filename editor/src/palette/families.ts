import { type Flow, findStepDefinition, type StepDefinition, type StepFamily, stepFamilies } from "@ozflow/compiler";

/** The usual beginning, for a flow that has none yet. */
const usual: StepDefinition["contexts"] = ["extension"];

export interface Family {
  readonly family: StepFamily;
  readonly members: readonly StepDefinition[];
}

/** Step kinds by family, in the order of the palette; families without members are left out. */
export function byFamily(definitions: readonly StepDefinition[]): readonly Family[] {
  return stepFamilies
    .map((family) => ({ family, members: definitions.filter((one) => one.family === family) }))
    .filter(({ members }) => members.length > 0);
}

/** Where calls of this flow may come to: what its entries begin, as one comparable text. */
export function contextsOf(flow: Flow): string {
  const begun = flow.steps.flatMap((step) => {
    const definition = findStepDefinition(step.type);
    return definition?.entry === undefined ? [] : definition.contexts;
  });
  return [...new Set(begun.length === 0 ? usual : begun)].sort().join(" ");
}

/** Kinds that can stand in a flow with these contexts, and those that only can in flows that begin otherwise. */
export function splitByContext(definitions: readonly StepDefinition[], contexts: string) {
  const known = new Set(contexts.split(" "));
  const fits = (one: StepDefinition) => one.contexts.some((context) => known.has(context));
  return { fitting: definitions.filter(fits), others: definitions.filter((one) => !fits(one)) };
}
