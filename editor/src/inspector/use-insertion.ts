import { useRef } from "react";

/** A field whose text something can be put into, where the cursor stands. */
export function useInsertion(text: string, set: (text: string) => void) {
  const area = useRef<HTMLTextAreaElement>(null);
  const insert = (piece: string) => {
    const { selectionStart = text.length, selectionEnd = text.length } = area.current ?? {};
    set(`${text.slice(0, selectionStart)}${piece}${text.slice(selectionEnd)}`);
    area.current?.focus();
  };
  return { area, insert };
}
