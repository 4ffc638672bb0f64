import { useReactFlow } from "@xyflow/react";
import { useMemo } from "react";
import { useStore } from "zustand";
import { showSteps } from "../canvas/show-steps.ts";
import { linesOfStartTags, sourceAt } from "../preview/source-map.ts";
import { XmlView } from "../preview/XmlView.tsx";
import { useEditor } from "../workplace.tsx";
import { placeAt } from "./heard-so-far.ts";
import classes from "./phone.module.css";
import type { PhoneCallStore } from "./phone-call.ts";

/** The document the phone system runs, with the line it is at. A click leads to the step and field behind it. */
export function DocumentPane({ call }: { readonly call: PhoneCallStore }) {
  const editor = useEditor();
  const reactFlow = useReactFlow();
  const played = useStore(call, (state) => state.played);
  const tag = useStore(call, (state) => state.played && placeAt(state.played, state.nowMs)?.tag);
  const callback = useStore(call, (state) => state.played && placeAt(state.played, state.nowMs)?.callback);
  const lines = useMemo(() => linesOfStartTags(callback?.xml ?? ""), [callback]);
  if (played === undefined || callback === undefined) return null;
  const line = tag === undefined ? undefined : lines[tag];
  const pick = (offset: number) => {
    const source = sourceAt(callback, offset);
    if (source === undefined) return;
    editor.view.showField(source);
    showSteps(reactFlow, editor, new Set([source.step]));
  };
  return (
    <div className={classes.watched}>
      <XmlView xml={callback.xml} lit={line === undefined ? [] : [line]} onPick={pick} />
    </div>
  );
}
