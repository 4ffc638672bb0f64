import { type FieldMeta, findStepDefinition, type StepDefinition } from "@ozflow/compiler";
import { sayTerm } from "./say.ts";

/** What this kind of step is called; its type where there is no such kind. */
export function titleOf(type: string): string {
  const title = findStepDefinition(type)?.title;
  return title === undefined ? type : sayTerm(title);
}

export function descriptionOf({ description }: Pick<StepDefinition, "description">): string {
  return sayTerm(description);
}

export function inOurWords(meta: FieldMeta): FieldMeta {
  const { title, help, placeholder, unit, labels } = meta;
  return {
    ...meta,
    title: sayTerm(title),
    ...(help === undefined ? {} : { help: sayTerm(help) }),
    ...(placeholder === undefined ? {} : { placeholder: sayTerm(placeholder) }),
    ...(unit === undefined ? {} : { unit: sayTerm(unit) }),
    ...(labels === undefined ? {} : { labels: labels.map(sayTerm) }),
  };
}
