import { sameName } from "../../ozml/document.ts";
import { said } from "../../words/said.ts";
import type { Executor } from "../executor.ts";

// biome-ignore lint/correctness/useYield: remembering takes no time.
export const variable: Executor = function* (element, machine) {
  const name = machine.parameter(element, "ID");
  if (name !== undefined) machine.setVariable(name, machine.text(element, "Value"));
  return "next";
};

export const array: Executor = function* (element, machine) {
  const items = element.children.filter((one) => sameName(one.name, "item"));
  const name = machine.parameter(element, "ID");
  if (name !== undefined)
    machine.setList(
      name,
      items.map((one) => machine.text(one).trim()),
    );
  return "next";
};

/** Runs its commands once for each entry; `$item` is the entry of the innermost loop (p_7654). */
export const forEach: Executor = function* (element, machine) {
  const source = machine.parameter(element, "Source") ?? "";
  const entries = yield* machine.list(source);
  if (entries === undefined) {
    yield { effect: "fault", ...said`there is no list "${source}" to go through` };
    return "next";
  }
  const outer = machine.variable("item");
  for (const entry of entries) {
    machine.setVariable("item", entry);
    const after = yield* machine.run(element.children);
    if (after !== "next") return after;
  }
  machine.setVariable("item", outer);
  return "next";
};
