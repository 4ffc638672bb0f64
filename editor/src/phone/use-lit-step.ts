import { useEffect } from "react";
import type { RenderedDocument } from "../worker/protocol.ts";
import { useWorkplace } from "../workplace.tsx";
import type { PhoneLine } from "./phone-line.ts";

/**
 * Lights the step a tried call has come to. The PBX tells which document it fetched and what was heard; the document
 * says which step that is from. Where a text was filled in per call, the document's first step stays lit.
 */
export function useLitStep(line: PhoneLine): void {
  const { editor, compiler } = useWorkplace();
  useEffect(() => {
    let documents: readonly RenderedDocument[] = [];
    const light = (step: string | undefined) => editor.view.setState({ lit: step });
    return line.subscribe((now, before) => {
      if (now.state === "calling" && before.state !== "calling") {
        void compiler.render(editor.document.getState().flow, "").then((made) => {
          documents = made.documents ?? [];
        });
      }
      const current = documents.find((one) => one.name === now.document);
      if (now.document !== before.document) light(current?.steps.find((step) => step !== ""));
      const latest = now.events.at(-1);
      if (now.events !== before.events && latest !== undefined && current !== undefined) {
        const said =
          "text" in latest ? latest.text : "file" in latest ? latest.file : "target" in latest ? latest.target : "";
        const step = said === "" ? undefined : stepSaying(current, said);
        if (step !== undefined) light(step);
      }
      if (now.state === "idle" && before.state !== "idle") light(undefined);
    });
  }, [line, editor, compiler]);
}

function stepSaying({ xml, steps }: RenderedDocument, said: string): string | undefined {
  const text = new DOMParser().parseFromString(xml, "application/xml");
  const elements = [...text.querySelectorAll("*")];
  const at = elements.findIndex((one) => one.childElementCount === 0 && one.textContent?.trim() === said);
  return at < 0 ? undefined : steps[at] || undefined;
}
