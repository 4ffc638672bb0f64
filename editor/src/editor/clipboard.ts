import { notifications } from "@mantine/notifications";
import type { ReactFlowInstance } from "@xyflow/react";
import i18next from "i18next";
import { canvasRect } from "../canvas/show-steps.ts";
import { pasteText } from "../commands/selection.ts";
import { importIntoCanvas } from "../import/import-into-canvas.ts";
import { looksLikeOzml, pastedName } from "../import/ozml-files.ts";
import type { Editor } from "../model/editor.ts";

/** What was copied last in this tab: pages without HTTPS may not touch the system's clipboard from a menu. */
let latest = "";

export async function writeClipboard(text: string): Promise<void> {
  latest = text;
  await navigator.clipboard?.writeText(text).catch(() => undefined);
}

export async function readClipboard(): Promise<string> {
  return (await navigator.clipboard?.readText().catch(() => undefined)) ?? latest;
}

/** Pastes steps, or OzML as steps, into the middle of what is seen. A text that is neither is told, not swallowed. */
export function pasteAtMiddle(
  editor: Editor,
  text: string,
  view: Pick<ReactFlowInstance, "screenToFlowPosition">,
): void {
  if (text.trim() === "") return;
  const canvas = canvasRect();
  const middle = { x: canvas.x + canvas.width / 3, y: canvas.y + canvas.height / 3 };
  if (looksLikeOzml(text)) {
    void importIntoCanvas(editor, [{ name: pastedName, text }], view.screenToFlowPosition(middle));
    return;
  }
  const fault = pasteText(editor, text, view.screenToFlowPosition(middle));
  if (fault !== undefined)
    notifications.show({ color: "red", message: i18next.t("paste.refused", { sentence: fault }) });
}
