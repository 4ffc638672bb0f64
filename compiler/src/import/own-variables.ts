import { expressionsIn } from "../expressions/placeholders.ts";
import { type Flow, variableSchema } from "../flow/index.ts";
import { attribute, type OzmlElement } from "../ozml/document.ts";
import { readOzml } from "../ozml/reader.ts";
import { findCommand, findParameter } from "../ozml/vocabulary.ts";
import { goTo } from "../steps/go-to/go-to.step.ts";
import { rawOzml } from "../steps/raw-ozml/raw-ozml.step.ts";
import { stepDefinitions } from "../steps/registry.ts";
import { setVariable } from "../steps/set-variable/set-variable.step.ts";
import { digitsVariable } from "./draft.ts";
import { readUnset, takenAlong, type Uses } from "./variable-ways.ts";

/** Variables of the phone system that become variables of the flow: what the flow calls them, by their names in lower case. */
export type OwnVariables = ReadonlyMap<string, string>;

/** Names that the phone system itself puts values to, which no Var can hold for a flow. */
const pbxNames = new Set(
  stepDefinitions
    .flatMap((one) => one.ports(one.defaults))
    .flatMap((port) => port.body?.gives ?? [])
    .map((name) => name.split(".")[0]?.toLowerCase()),
);

/** A flow has room for 500; more than that in OzML are a program's, not a person's. */
const maxVariables = 100;

/** Every name that a Var of these commands sets, where a variable of a flow can be called so and nothing else sets it. */
export function declaredVariables(commands: readonly OzmlElement[]): OwnVariables {
  const declared = new Map<string, string>();
  const taken = new Set<string>([digitsVariable.name]);
  for (const element of allOf(commands)) {
    const command = findCommand(element.name)?.name;
    const name = attribute(element, "ID") ?? "";
    if (command === "WaitForMsg") taken.add(name.toLowerCase());
    if (command === "Var") declared.set(name.toLowerCase(), nameInFlow(name));
  }
  const fits = ([key, name]: readonly [string, string]) =>
    !taken.has(key) && !pbxNames.has(key) && variableSchema.safeParse({ name, type: "text" }).success;
  return new Map([...declared].filter(fits).slice(0, maxVariables));
}

/** `Dept` is no name of a variable, `dept` is. */
function nameInFlow(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}

/**
 * Which of them must stay with the phone system after all: OzML that is kept sets or reads them, a call may come to read
 * one that nothing has set, or goes on from there with a document that is not ours and may read it.
 */
export function notOurs(
  { steps, edges }: Pick<Flow, "steps" | "edges">,
  entries: readonly string[],
  own: OwnVariables,
): ReadonlySet<string> {
  if (own.size === 0) return new Set();
  const uses = new Map(steps.map((step) => [step.id, usesOf(step, own)]));
  const targets = new Map<string, string[]>();
  for (const { from, to } of edges) targets.set(from, [...(targets.get(from) ?? []), to]);
  const lost = new Set<string>();
  for (const { pbx } of uses.values()) for (const name of pbx) lost.add(name);
  for (const name of readUnset(uses, targets, entries)) lost.add(name);
  for (const name of takenAlong(uses, targets)) lost.add(name);
  return new Set([...own].flatMap(([key, name]) => (lost.has(name) || lost.has(key) ? [key] : [])));
}

function usesOf({ type, data }: Flow["steps"][number], own: OwnVariables): Uses {
  const nothing: Uses = { reads: [], sets: [], pbx: [], leadsAway: false };
  if (type === rawOzml.type) {
    const { root } = readOzml(String(data["ozml"]));
    const kept = allOf(root === undefined ? [] : [root]);
    return { ...nothing, pbx: kept.flatMap(namesIn), leadsAway: kept.some(leadsAway) };
  }
  if (type === setVariable.type) return { ...nothing, ...assignedIn(data, own) };
  const names = new Set(own.values());
  const reads = textsIn(data)
    .flatMap(expressionsIn)
    .filter((one) => names.has(one));
  return { ...nothing, reads, leadsAway: type === goTo.type };
}

/** A later assignment may read what an earlier one of the same step has set. */
function assignedIn(data: Readonly<Record<string, unknown>>, own: OwnVariables): Pick<Uses, "reads" | "sets"> {
  const assignments = data["assignments"] as readonly { readonly variable: string; readonly value: string }[];
  const names = new Set(own.values());
  const sets = new Set<string>();
  const reads = assignments.flatMap(({ variable, value }) => {
    const words = value.replace(/"(?:[^"\\]|\\.)*"/g, "").match(/\w+/g) ?? [];
    const read = words.filter((one) => names.has(one) && !sets.has(one));
    sets.add(variable);
    return read;
  });
  return { reads, sets: [...sets] };
}

/** Names that a command of the phone system sets or reads. */
function namesIn(element: OzmlElement): readonly string[] {
  const set = findCommand(element.name)?.name === "Var" ? [attribute(element, "ID") ?? ""] : [];
  const texts = [element.text, ...element.attributes.map(({ value }) => value)];
  const read = texts.flatMap((text) => [...text.matchAll(/\$([A-Za-z_]\w*)/g)].map(([, name = ""]) => name));
  return [...set, ...read].map((name) => name.toLowerCase());
}

/** Notifications that are answered with commands of the same script, which know its variables. */
const answeredInScript = new Set(["GoTo", "DtmfEntered", "RecordCompleted"]);

function leadsAway(element: OzmlElement): boolean {
  const command = findCommand(element.name);
  if (command?.notifications?.some((one) => answeredInScript.has(one)) !== true) return false;
  const isUrl = (name: string) => findParameter(command, name)?.type === "url";
  return element.attributes.some(({ name }) => isUrl(name)) || isUrl(command.contentParameter ?? "");
}

function allOf(elements: readonly OzmlElement[]): readonly OzmlElement[] {
  return elements.flatMap((one) => [one, ...allOf(one.children)]);
}

function textsIn(data: unknown): readonly string[] {
  if (typeof data === "string") return [data];
  return typeof data === "object" && data !== null ? Object.values(data).flatMap(textsIn) : [];
}
