import { xml as xmlLanguage } from "@codemirror/lang-xml";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorState, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { nonce } from "../nonce.ts";
import classes from "./preview.module.css";

const colours = HighlightStyle.define([
  { tag: [tags.tagName, tags.angleBracket], color: "var(--family-talk)" },
  { tag: tags.attributeName, color: "var(--family-ask)" },
  { tag: tags.attributeValue, color: "var(--family-connect)" },
  { tag: [tags.processingInstruction, tags.documentMeta], color: "var(--text-quiet)" },
]);

const litLine = Decoration.line({ class: classes.lit ?? "" });
const light = StateEffect.define<readonly number[]>();

const litLines = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(lines, transaction) {
    for (const effect of transaction.effects) {
      if (!effect.is(light)) continue;
      const builder = new RangeSetBuilder<Decoration>();
      for (const number of effect.value) {
        if (number > transaction.newDoc.lines) break;
        const { from } = transaction.newDoc.line(number);
        builder.add(from, from, litLine);
      }
      return builder.finish();
    }
    return lines.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** XML to look at: coloured, numbered, never edited; some lines lit. `onPick` gets the place of a click, in characters. */
export function XmlView({
  xml,
  lit,
  onPick,
}: {
  readonly xml: string;
  readonly lit: readonly number[];
  onPick(offset: number): void;
}) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const label = t("preview.code");
  const pick = useRef(onPick);
  pick.current = onPick;
  useEffect(() => {
    if (host.current === null) return;
    const created = new EditorView({
      parent: host.current,
      state: EditorState.create({
        extensions: [
          EditorView.cspNonce.of(nonce),
          lineNumbers(),
          xmlLanguage(),
          syntaxHighlighting(colours),
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
          litLines,
          EditorView.domEventHandlers({
            click(event, clicked) {
              // Somebody who marks words wants to copy them.
              if (window.getSelection()?.isCollapsed === false) return;
              const offset = clicked.posAtCoords({ x: event.clientX, y: event.clientY });
              if (offset !== null) pick.current(offset);
            },
          }),
        ],
      }),
    });
    view.current = created;
    return () => created.destroy();
  }, [label]);

  const litKey = lit.join(",");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is made anew each time, its numbers are what counts.
  useEffect(() => {
    const shown = view.current;
    if (shown === undefined) return;
    const { doc } = shown.state;
    if (doc.toString() !== xml) shown.dispatch({ changes: { from: 0, to: doc.length, insert: xml } });
    const places = lit.filter((line) => line <= shown.state.doc.lines).map((line) => shown.state.doc.line(line).from);
    const [first] = places;
    const jumps = first !== undefined && !places.some((place) => isSeen(shown, place));
    shown.dispatch({
      effects: [light.of(lit), ...(jumps ? [EditorView.scrollIntoView(first, { y: "center" })] : [])],
    });
  }, [xml, litKey]);
  return <div ref={host} className={classes.host} />;
}

/** Whether a line is on the screen; what somebody has just clicked must not move away. */
function isSeen(view: EditorView, place: number): boolean {
  const { top, bottom } = view.lineBlockAt(place);
  const { scrollTop, clientHeight } = view.scrollDOM;
  return top >= scrollTop && bottom <= scrollTop + clientHeight;
}
