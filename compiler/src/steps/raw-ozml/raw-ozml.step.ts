import { z } from "zod";
import { type OzmlElement, sameName } from "../../ozml/document.ts";
import { readOzml } from "../../ozml/reader.ts";
import { findCommand } from "../../ozml/vocabulary.ts";
import { said } from "../../words/said.ts";
import { defineStep, type LocalFault } from "../definition.ts";
import { field } from "../fields/field.ts";

const schema = z.strictObject({
  ozml: field(z.string().max(1_000_000), {
    title: "OzML",
    control: "template",
    literal: true,
    help: "Commands as the phone system reads them, in a Response if there are several.",
  }),
});

/** OzML as somebody wrote it, for what no step says. It is put into the document as it is. */
export const rawOzml = defineStep<z.infer<typeof schema>>({
  type: "raw-ozml",
  title: "Custom OzML",
  description: "Runs OzML of your own, as it is",
  icon: "Code",
  family: "logic",
  contexts: ["extension", "third-party", "routing", "message"],
  schema,
  defaults: { ozml: "<Response></Response>" },
  ports: () => [{ id: "next", title: said`Then`, kind: "next" }],
  summary: (data) => data.ozml.replace(/\s+/g, " ").trim().slice(0, 200),
  check: (data) => faultsIn(data.ozml),
  emit(data, out) {
    out.at(out.label(), { op: "do", commands: commandsIn(data.ozml).map(out.verbatim), next: out.port("next") });
  },
  *simulate(data, call) {
    if (commandsIn(data.ozml).length === 0) return "next";
    return (yield* call.runOzml(data.ozml)) ? "next" : undefined;
  },
});

function commandsIn(ozml: string): readonly OzmlElement[] {
  const { root } = readOzml(ozml);
  if (root === undefined) return [];
  return sameName(root.name, "Response") || sameName(root.name, "OzML") ? root.children : [root];
}

function faultsIn(ozml: string): readonly LocalFault[] {
  const { root, warnings } = readOzml(ozml);
  const path = ["ozml"];
  if (root === undefined) {
    return [{ code: "no-ozml", severity: "error", ...said`there is no command in it; write one or more.`, path }];
  }
  const misread = warnings.map(
    ({ message, line, column }): LocalFault => ({
      code: "ozml-misread",
      severity: "warning",
      ...said`line ${line}, column ${column}: ${message}`,
      path,
    }),
  );
  const unknown = commandsIn(ozml).flatMap((element): readonly LocalFault[] => {
    const command = findCommand(element.name);
    if (command?.firstOnly === true) {
      const sentence = said`<${element.name}> only works as the first command of a call; use the step that does it.`;
      return [{ code: "ozml-first-only", severity: "error", ...sentence, path }];
    }
    if (command !== undefined) return [];
    const sentence = said`<${element.name}> is no command that is known, so the phone system may pass it over.`;
    return [{ code: "ozml-unknown", severity: "warning", ...sentence, path }];
  });
  return [...misread, ...unknown];
}
