import type { PlacedCall } from "../machine/executor.ts";
import { runCall } from "../machine/machine.ts";
import { createScript, type MachineOptions, type Script } from "../machine/script.ts";
import { sameName } from "../ozml/document.ts";
import { readOzml } from "../ozml/reader.ts";
import type { Context } from "../steps/definition.ts";
import type { OzmlRunner } from "../walk/walk.ts";

const contexts = {
  extension: "extension",
  "third-party": "third-party",
  routing: "routing",
  message: "no-call",
} as const;

/** OzML of an author's own, run by the machine in the midst of a walk. What it remembers lasts as long as the call. */
export function createOzmlRunner(url: string, options: MachineOptions): OzmlRunner {
  const scripts = new Map<Context, Script>();
  const begin = (context: Context): Script => {
    const facts = { context: contexts[context], url, callId: "call-1", extension: "", placed };
    const script = createScript(facts, options);
    scripts.set(context, script);
    return script;
  };
  const placed = (call: PlacedCall) =>
    runCall(
      {
        notification: "CallConnected",
        url: call.url ?? url,
        ...(call.document === undefined ? {} : { document: call.document }),
        callId: call.callId ?? "call-1-1",
        caller: call.callerId,
        dialed: call.number,
      },
      options,
    );

  const scriptIn = (context: Context) => scripts.get(context) ?? begin(context);
  return {
    *run(ozml, context, values) {
      const script = scriptIn(context);
      const { root } = readOzml(ozml);
      if (root === undefined) return true;
      for (const [name, value] of Object.entries(values)) script.setVariable(name, value);
      const isWhole = sameName(root.name, "Response") || sameName(root.name, "OzML");
      const after = yield* script.run(isWhole ? root.children : [root]);
      if (after === "next") return true;
      yield* script.runAll([]);
      return false;
    },
    *goTo(address, context) {
      const script = scriptIn(context);
      const { goToReturns, variablesAfterGoTo } = script.dialect;
      yield* script.request(address, "GoTo", {}, { replaces: !goToReturns, forgets: variablesAfterGoTo === "lost" });
      yield* script.runAll([]);
    },
  };
}
