import { ownStep } from "@ozflow/compiler";
import { useEffect } from "react";
import { incomingEntry } from "../../api/types.ts";
import type { RenderedDocument } from "../../worker/protocol.ts";
import { useWorkplace } from "../../workplace.tsx";
import type { ServerLine, ServerLineState } from "./server-line.ts";

/**
 * Lights the step a tried call has come to. The PBX tells which document it fetched and what was heard; the
 * documents, made here for a sample call, say which step each of their elements is from.
 */
export function useLitStep(line: ServerLine): void {
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

/**
 * The step of the element that says what was heard last: in the document that was fetched, or else in any other, since
 * a call may be led elsewhere than the sample. Undefined: nothing was heard that a document says word by word.
 */
function stepOf({ fetched, events }: ServerLineState, documents: readonly RenderedDocument[]): string | undefined {
  if (fetched === undefined) return undefined;
  const name = new URL(fetched.url).pathname.split("/").at(-1);
  const current = documents.find((one) => one.name === name) ?? documents.find((one) => one.entry === incomingEntry);
  const said = wordsOf(events.at(-1));
  if (said === undefined) return undefined;
  const places = current === undefined ? documents : [current, ...documents];
  for (const place of places) {
    const step = stepSaying(place, said);
    if (step !== undefined) return step;
  }
  return undefined;
}

function stepSaying({ xml, tags }: RenderedDocument, said: string): string | undefined {
  const elements = [...new DOMParser().parseFromString(xml, "application/xml").querySelectorAll("*")];
  const at = elements.findIndex((one) => one.childElementCount === 0 && one.textContent?.trim() === said);
  const step = at < 0 ? "" : (tags[at]?.step ?? "");
  return step === "" ? undefined : ownStep(step);
}

function wordsOf(event: ServerLineState["events"][number] | undefined): string | undefined {
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
