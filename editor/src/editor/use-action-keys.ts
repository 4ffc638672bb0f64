import { getHotkeyHandler, type HotkeyItem } from "@mantine/hooks";
import { useEffect } from "react";
import type { Action } from "../commands/action.ts";
import { actions, runAction } from "../commands/actions.ts";
import { isSingleKey } from "../commands/shortcut.ts";
import { areSingleKeysOn } from "../commands/single-keys.ts";
import type { Workplace } from "../workplace.tsx";
import { isTyping } from "./is-typing.ts";

/** With or without Shift. */
const isLetter = /^(shift\+)?[A-Z]$/;

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
              if (!isMeant(event, action, shortcut)) return;
              if (runAction(action, workplace, shortcut) || action.keys === "everywhere") event.preventDefault();
              // The canvas has its own idea of these keys.
              if (action.keys === "drawing") event.stopPropagation();
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

function isMeant({ target }: KeyboardEvent, { keys }: Action, shortcut: string): boolean {
  if (keys !== "everywhere" && isTyping(target)) return false;
  if (keys === "drawing" && !isOnCanvas(target)) return false;
  return !isSingleKey(shortcut) || (areSingleKeysOn() && !(isLetter.test(shortcut) && findsByLetters(target)));
}

function isOnCanvas(target: EventTarget | null): boolean {
  return target === document.body || (target instanceof Element && target.closest('[data-region="canvas"]') !== null);
}

/** A tree goes to what begins with the letter. */
function findsByLetters(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('[role="tree"]') !== null;
}
