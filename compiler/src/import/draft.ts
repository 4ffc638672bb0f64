import type { Flow, Variable } from "../flow/index.ts";
import type { StepDefinition } from "../steps/definition.ts";
import { findStepDefinition } from "../steps/registry.ts";
import { inEnglish, said, type Text, term } from "../words/said.ts";
import type { Became } from "./simple-commands.ts";
import { NotHeld } from "./take.ts";

/** Where a call goes on: a step, a place that is still to be imported, or nowhere. */
export type Target = string | undefined;

/** Where imported questions keep what was keyed in. */
export const digitsVariable: Variable = { name: "digits", type: "text" };

/** A flow that grows. Steps are added from the end of each way to its beginning, so targets are known first. */
export class Draft {
  private readonly steps: Flow["steps"][number][] = [];
  private readonly indices = new Map<string, number>();
  private readonly edges: { readonly from: string; readonly port: string; readonly to: string }[] = [];
  private readonly counts = new Map<string, number>();
  private readonly places = new Map<string, Target>();
  private readonly noted: string[] = [];
  /** How words that authors find in the flow are written, once and for all. */
  readonly write: (text: Text) => string;

  constructor(write: (text: Text) => string) {
    this.write = write;
  }

  /** Throws {@link NotHeld} when the kind would not accept the data, or finds an error in it. */
  add(became: Became, next: Target, further: Readonly<Record<string, Target>> = {}): string {
    const { definition, data: parsed } = accepted(became);
    const { type, data, port } = became;
    const count = (this.counts.get(type) ?? 0) + 1;
    this.counts.set(type, count);
    const id = count === 1 ? type : `${type}-${count}`;
    this.indices.set(id, this.steps.length);
    this.steps.push({
      id,
      type,
      label: this.labelOf(definition, parsed),
      data: { ...data },
    });
    if (port !== undefined) this.connect(id, port, next);
    for (const [name, target] of Object.entries(further)) this.connect(id, name, target);
    return id;
  }

  /** Gives a step other data than it was added with. */
  replace(id: string, { data, ...became }: Became): void {
    const { definition, data: parsed } = accepted({ data, ...became });
    const index = this.indices.get(id);
    const label = this.labelOf(definition, parsed);
    if (index !== undefined) this.steps[index] = { id, type: became.type, label, data: { ...data } };
  }

  connect(from: string, port: string, to: Target): void {
    if (to !== undefined) this.edges.push({ from, port, to });
  }

  /** A place that targets may name before anything stands there. No step is called so. */
  place(name: string): string {
    return `@${name}`;
  }

  /** Says what stands at a place. */
  fill(place: string, target: Target): void {
    this.places.set(place, target);
  }

  /** Does what stands at the place lead to the place again, and to no step on the way? A call that comes there ends. */
  leadsToItself(place: string): boolean {
    const seen = new Set<string>();
    let at: Target = place;
    while (at?.startsWith("@") && !seen.has(at)) {
      seen.add(at);
      at = this.places.get(at);
    }
    return at === place;
  }

  /** Words that stood between commands, or what became of some. */
  note(text: Text): void {
    const words = this.write(text);
    for (let at = 0; at < words.length; at += 2000) this.noted.push(words.slice(at, at + 2000));
  }

  get size(): number {
    return this.steps.length;
  }

  get notes(): readonly string[] {
    return this.noted;
  }

  /** Steps and lines, every place replaced by what stands there. */
  finish(): { readonly steps: Flow["steps"]; readonly edges: Flow["edges"] } {
    const edges = this.edges.flatMap((edge) => {
      const to = this.resolve(edge.to);
      return to === undefined ? [] : [{ ...edge, to }];
    });
    return { steps: this.steps, edges };
  }

  /** What a person would call the step: what it says or does, in a few words. */
  private labelOf(definition: StepDefinition, data: unknown): string {
    const told = definition.summary(data);
    const words = this.write(told).replace(/[“”]/g, "").replace(/\s+/g, " ").trim();
    if (words === "" || inEnglish(told) === "(says nothing)") return this.write(term(definition.title));
    const label = words.length > 48 ? `${[...words].slice(0, 45).join("").trimEnd()}…` : words;
    return label.slice(0, 120);
  }

  private resolve(target: Target): Target {
    const seen = new Set<string>();
    let at = target;
    while (at?.startsWith("@")) {
      if (seen.has(at)) return undefined;
      seen.add(at);
      at = this.places.get(at);
    }
    return at;
  }
}

/** The definition of a step and its data, checked. Throws {@link NotHeld}. */
export function accepted({ type, data }: Became): { readonly definition: StepDefinition; readonly data: unknown } {
  const definition = findStepDefinition(type);
  const parsed = definition?.schema.safeParse(data);
  if (definition === undefined || parsed?.success !== true)
    throw new NotHeld(
      said`the step "${definition === undefined ? type : term(definition.title)}" does not take all of it`,
    );
  const faults = definition.check?.(parsed.data, { variables: [digitsVariable] }) ?? [];
  if (faults.some((one) => one.severity === "error")) throw new NotHeld(faults[0] ?? said`${type}`);
  return { definition, data: parsed.data };
}
