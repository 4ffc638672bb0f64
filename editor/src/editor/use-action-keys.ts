import { type HotkeyItem, useHotkeys } from "@mantine/hooks";
import { actions, runAction } from "../commands/actions.ts";
import type { Workplace } from "../workplace.tsx";
import { isTyping } from "./is-typing.ts";

/** Binds the shortcuts of all actions. */
export function useActionKeys(workplace: Workplace): void {
  const bindings = actions
    .filter((action) => action.keys !== "browser")
    .flatMap((action) =>
      action.shortcuts.map((shortcut): HotkeyItem => {
        const run = (event: KeyboardEvent) => {
          const inDialog = event.target instanceof Element && event.target.closest('[role="dialog"]') !== null;
          if (inDialog || (isTyping(event.target) && action.keys === "canvas")) return;
          if (runAction(action, workplace) || action.keys === "everywhere") event.preventDefault();
        };
        return [shortcut, run, { preventDefault: false }];
      }),
    );
  useHotkeys(bindings, []);
}
