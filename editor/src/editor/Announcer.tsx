import { VisuallyHidden } from "@mantine/core";
import type { TFunction } from "i18next";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { onlyStep } from "../commands/selection.ts";
import { waysOut } from "../commands/ways.ts";
import type { DocumentState } from "../model/document-store.ts";
import type { Editor } from "../model/editor.ts";
import { stepsInOrder } from "../model/outline.ts";
import { titleOf } from "../model/step-words.ts";
import { useEditor } from "../workplace.tsx";
import { isTyping } from "./is-typing.ts";

/** Milliseconds; what happens within them is told together: a step is added, and then it is selected. */
const gatherMs = 60;

/** Tells those who do not see the canvas what was done to the flow and what is selected now. */
export function Announcer() {
  const { t } = useTranslation();
  const editor = useEditor();
  const [said, setSaid] = useState("");
  useEffect(() => {
    let done = "";
    let timer: ReturnType<typeof setTimeout> | undefined;
    const speakSoon = () => {
      // What is typed is told by the field it is typed into.
      if (isTyping(document.activeElement)) return;
      clearTimeout(timer);
      timer = setTimeout(() => {
        setSaid([done, selectionSentence(editor, t)].filter(Boolean).join(" "));
        done = "";
      }, gatherMs);
    };
    const stopDocument = editor.document.subscribe((now, before) => {
      if (now.flow === before.flow) return;
      done = doneSentence(now, before, t);
      speakSoon();
    });
    const stopView = editor.view.subscribe((now, before) => {
      if (now.steps !== before.steps || now.way !== before.way) speakSoon();
    });
    return () => {
      clearTimeout(timer);
      stopDocument();
      stopView();
    };
  }, [editor, t]);
  return <VisuallyHidden role="status">{said}</VisuallyHidden>;
}

function doneSentence(now: DocumentState, before: DocumentState, t: TFunction): string {
  const undone = now.past.length < before.past.length;
  const change = undone ? now.future.at(-1) : now.past.at(-1);
  if (change === undefined) return "";
  return t(undone ? "announce.undone" : "announce.done", { what: t(`changes.${change.name}`) });
}

function selectionSentence(editor: Editor, t: TFunction): string {
  const step = onlyStep(editor);
  // The outline tells its rows itself.
  if (step === undefined || document.activeElement?.role === "tree") return "";
  const { flow } = editor.document.getState();
  const { way } = editor.view.getState();
  const ways = waysOut(flow, step.id);
  const chosen = ways.find(({ port }) => port.id === way?.port);
  if (chosen !== undefined) {
    const { port, to } = chosen;
    return t(to === undefined ? "announce.freeWay" : "announce.way", { title: port.title, to: to?.label || to?.id });
  }
  const steps = stepsInOrder(flow);
  return t("announce.step", {
    label: step.label || step.id,
    kind: titleOf(step.type),
    place: steps.findIndex(({ id }) => id === step.id) + 1,
    of: steps.length,
    ways: t("announce.ways", { count: ways.length }),
  });
}
