import { type RefObject, useEffect } from "react";
import { useView } from "../workplace.tsx";

/** Brings the field that somebody was led to into view and puts the cursor there. `step`: whose form it is; undefined: the flow's. */
export function useFocusedField(form: RefObject<HTMLDivElement | null>, step: string | undefined): void {
  const focus = useView((state) => state.focus);
  useEffect(() => {
    if (focus === undefined || focus.step !== step) return;
    if (focus.path.length === 0) form.current?.querySelector("input")?.select();
    for (let length = focus.path.length; length > 0; length -= 1) {
      const name = CSS.escape(focus.path.slice(0, length).join("."));
      const field = form.current?.querySelector(`[data-field="${name}"]`);
      const input = field?.querySelector<HTMLElement>("input, textarea, button");
      if (input) {
        input.focus();
        field?.scrollIntoView({ block: "nearest" });
        return;
      }
    }
  }, [focus, form, step]);
}
