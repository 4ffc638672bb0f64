import { emptyFlow, type Flow } from "../../compiler/src/index.ts";
import type { Change } from "../../editor/src/model/change.ts";
import { addStep, connect, setData } from "../../editor/src/model/changes/index.ts";

/** A flow drawn by changes, as an author would. */
export function drawn(...changes: readonly Change[]): Flow {
  return changes.reduce((flow, change) => change.apply(flow), emptyFlow("Test"));
}

const here = { x: 0, y: 0 };

/** An incoming call that comes to a menu with the keys 1 and 2, which both lead on. */
export function menuFlow(): Flow {
  return drawn(
    addStep("incoming-call", here),
    addStep("menu", { x: 400, y: 0 }, { step: "incoming-call", port: "next" }),
    addStep("say", { x: 800, y: 0 }),
    addStep("hang-up", { x: 800, y: 200 }),
    withOptions([
      { key: "1", label: "Sales" },
      { key: "2", label: "Support" },
    ]),
    connect({ step: "menu", port: "1" }, "say"),
    connect({ step: "menu", port: "2" }, "hang-up"),
  );
}

/** The change that gives the menu of {@link menuFlow} these keys. */
export function withOptions(options: readonly { readonly key: string; readonly label: string }[]): Change {
  return {
    name: "edit-step",
    apply(flow) {
      const menu = flow.steps.find((step) => step.id === "menu");
      return menu === undefined ? flow : setData("menu", { ...menu.data, options }).apply(flow);
    },
  };
}

/** Where each way out of a step leads. */
export function leads(flow: Flow, step: string): Readonly<Record<string, string>> {
  return Object.fromEntries(flow.edges.filter((edge) => edge.from === step).map((edge) => [edge.port, edge.to]));
}
