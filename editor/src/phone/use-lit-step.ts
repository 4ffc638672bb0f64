import { useEffect } from "react";
import type { RenderedDocument } from "../worker/protocol.ts";
import { useWorkplace } from "../workplace.tsx";
import type { PhoneLine, PhoneState } from "./phone-line.ts";

/**
 * Lights the step a tried call has come to. The PBX tells which document it fetched and what was heard; the same
 * document, made here for a sample call, says which step each of its elements is from.
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
      if (now.state === "idle") light(undefined);
      else if (now.events !== before.events || now.fetched !== before.fetched) {
        const step = stepOf(now, documents);
        if (step !== undefined) light(step);
      }
    });
  }, [line, editor, compiler]);
}

/** The step of the element that says what was heard last, or else the document's first one. Undefined: not known. */
function stepOf({ fetched, events }: PhoneState, documents: readonly RenderedDocument[]): string | undefined {
  if (fetched === undefined) return undefined;
  const name = new URL(fetched.url).pathname.split("/").at(-1);
  const known = documents.find((one) => one.name === name) ?? documents.find((one) => one.entry === "incoming-call");
  if (known === undefined) return undefined;
  const elements = [...new DOMParser().parseFromString(fetched.document, "application/xml").querySelectorAll("*")];
  // Values may have decided otherwise than in the sample; then only the beginning is sure.
  const same = elements.length === known.steps.length;
  const said = wordsOf(events.at(-1));
  const at = elements.findIndex((one) => one.childElementCount === 0 && one.textContent?.trim() === said);
  const step = same && said !== undefined && at >= 0 ? known.steps[at] : known.steps.find((one) => one !== "");
  return step === "" ? undefined : step;
}

function wordsOf(event: PhoneState["events"][number] | undefined): string | undefined {
  switch (event?.event) {
    case "heard":
      return event.text.trim();
    case "played":
      return event.file;
    case "transferred":
      return event.target;
    default:
      return undefined;
  }
}
