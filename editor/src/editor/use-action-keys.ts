import { getHotkeyHandler, type HotkeyItem } from "@mantine/hooks";
import { useEffect } from "react";
import { actions, runAction } from "../commands/actions.ts";
import type { Workplace } from "../workplace.tsx";
import { isTyping } from "./is-typing.ts";

/** What has the keys to itself while it is open. */
const overlays = '[role="dialog"], [role="menu"]';

/** Binds the shortcuts of all actions. */
export function useActionKeys(workplace: Workplace): void {
  useEffect(() => {
    const handle = getHotkeyHandler(
      actions
        .filter((action) => action.keys !== "browser")
        .flatMap((action) =>
          action.shortcuts.map((shortcut): HotkeyItem => {
            const run = (event: KeyboardEvent) => {
              if (isTyping(event.target) && action.keys === "canvas") return;
              if (runAction(action, workplace) || action.keys === "everywhere") event.preventDefault();
            };
            return [shortcut, run, { preventDefault: false }];
          }),
        ),
    );
    // Before anything else sees the key: afterwards the menu that Escape has closed would be gone already.
    const listen = (event: KeyboardEvent) => {
      if (document.querySelector(overlays) === null) handle(event);
    };
    window.addEventListener("keydown", listen, { capture: true });
    return () => window.removeEventListener("keydown", listen, { capture: true });
  }, [workplace]);
}
