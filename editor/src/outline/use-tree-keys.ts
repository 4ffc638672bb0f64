import { type KeyboardEvent, useRef } from "react";
import { findAction, runAction } from "../commands/actions.ts";
import { findByLetters, moveByKey, type VisibleRow } from "../model/outline-tree.ts";
import { useWorkplace } from "../workplace.tsx";

/** Milliseconds after which a letter begins another word. */
const wordMs = 700;

/** Pixels from the left end of the row. */
const menuInset = 40;

/** The keys of a tree: arrows, Home, End, letters; Enter goes on to what the row stands for. */
export function useTreeKeys(rows: readonly VisibleRow[], active: string | undefined, toggle: (id: string) => void) {
  const workplace = useWorkplace();
  const { editor, surface } = workplace;
  const word = useRef({ letters: "", at: 0 });

  const goTo = (id: string) => {
    const row = rows.find((one) => one.row.id === id)?.row;
    if (row === undefined) return;
    if (row.kind === "way") editor.view.selectWay(row.from);
    else editor.view.selectSteps([row.id]);
    surface.showSelection();
  };
  const enter = () => {
    const row = rows.find((one) => one.row.id === active)?.row;
    if (row?.kind === "step") surface.focusField("first");
    else if (row !== undefined) runAction(findAction(row.to === undefined ? "add-next" : "follow"), workplace);
  };
  const typed = (letter: string) => {
    const now = performance.now();
    const letters = now - word.current.at > wordMs ? letter : word.current.letters + letter;
    word.current = { letters, at: now };
    return findByLetters(rows, active, letters);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "ContextMenu" || (event.shiftKey && event.key === "F10")) {
      const { left, top, height } = activeRow(event.currentTarget).getBoundingClientRect();
      editor.view.setState({ menuAt: { x: left + menuInset, y: top + height / 2 } });
      event.preventDefault();
      return;
    }
    const move = moveByKey(rows, active, event.key);
    if (move !== undefined) {
      if ("to" in move) goTo(move.to);
      else toggle(move.toggle);
    } else if (event.key === "Enter") enter();
    else if (event.key.length === 1 && event.key !== " ") {
      const found = typed(event.key);
      if (found !== undefined) goTo(found);
    } else return;
    event.preventDefault();
  };
  /** Without a selection the keys would have nothing to begin from. */
  const onFocus = () => {
    const first = rows[0];
    if (active === undefined && first !== undefined) goTo(first.row.id);
  };
  return { goTo, onKeyDown, onFocus };
}

function activeRow(tree: Element): Element {
  return tree.querySelector("[data-active]") ?? tree;
}
