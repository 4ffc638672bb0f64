import { xml as xmlLanguage } from "@codemirror/lang-xml";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorState, RangeSetBuilder, StateEffect, StateField } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
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

/** XML to look at: coloured, numbered, never edited; some lines lit. */
export function XmlView({ xml, lit }: { readonly xml: string; readonly lit: readonly number[] }) {
  const { t } = useTranslation();
  const host = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(undefined);
  const label = t("preview.code");
  useEffect(() => {
    if (host.current === null) return;
    const created = new EditorView({
      parent: host.current,
      state: EditorState.create({
        extensions: [
          lineNumbers(),
          xmlLanguage(),
          syntaxHighlighting(colours),
          EditorState.readOnly.of(true),
          EditorView.editable.of(false),
          EditorView.contentAttributes.of({ "aria-label": label, tabindex: "0" }),
          litLines,
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
    const first = lit[0];
    const lines = shown.state.doc.lines;
    shown.dispatch({
      effects: [
        light.of(lit),
        ...(first === undefined || first > lines
          ? []
          : [EditorView.scrollIntoView(shown.state.doc.line(first).from, { y: "center" })]),
      ],
    });
  }, [xml, litKey]);
  return <div ref={host} className={classes.host} />;
}
