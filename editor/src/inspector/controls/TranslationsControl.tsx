import { lazy, Suspense } from "react";
import { useDocument } from "../../workplace.tsx";
import type { ControlProps } from "../control.ts";
import { useField } from "../step-form.tsx";

const Translations = lazy(() => import("./Translations.tsx"));

/** What callers hear in the flow's other languages; nothing where it has one only and nothing was ever translated. */
export function TranslationsControl(props: ControlProps) {
  const { value } = useField(props.path);
  const isNeeded = useDocument((state) => state.flow.languages.length > 1) || value !== undefined;
  if (!isNeeded) return null;
  return (
    <Suspense>
      <Translations {...props} />
    </Suspense>
  );
}
