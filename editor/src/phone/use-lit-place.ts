import { ownStep } from "@ozflow/compiler";
import { useReactFlow } from "@xyflow/react";
import { useEffect, useRef } from "react";
import { followStep } from "../canvas/show-steps.ts";
import { useEditor } from "../workplace.tsx";
import { placeAt } from "./heard-so-far.ts";
import type { PhoneCallStore } from "./phone-call.ts";

/** Lights the step that the call has come to and keeps it in sight, as long as there is a call. */
export function useLitPlace(call: PhoneCallStore): void {
  const editor = useEditor();
  // Its functions stay valid, the object does not stay the same.
  const reactFlow = useRef(useReactFlow());
  useEffect(() => {
    const { view } = editor;
    const light = () => {
      const { status, played, nowMs } = call.getState();
      const at = status === "on" && played !== undefined ? placeAt(played, nowMs)?.step : undefined;
      const lit = at === undefined ? undefined : ownStep(at);
      if (view.getState().lit === lit) return;
      view.setState({ lit });
      if (lit !== undefined) followStep(reactFlow.current, editor, lit);
    };
    const stop = call.subscribe(light);
    return () => {
      stop();
      view.setState({ lit: undefined });
    };
  }, [call, editor]);
}
