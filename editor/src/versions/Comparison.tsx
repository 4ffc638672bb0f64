import type { Flow } from "@ozflow/compiler";
import { ReactFlowProvider, useReactFlow } from "@xyflow/react";
import { useEffect, useMemo, useRef } from "react";
import { showSteps } from "../canvas/show-steps.ts";
import type { Surface } from "../commands/action.ts";
import { addTexts } from "../i18n.ts";
import { versions as texts } from "../locales/versions.en.ts";
import { openEditor } from "../model/editor.ts";
import { useWorkplace, WorkplaceProvider } from "../workplace.tsx";
import { ChangeList } from "./ChangeList.tsx";
import { ComparedCanvas } from "./ComparedCanvas.tsx";
import { MarksContext } from "./compared-cards.tsx";
import { type DrawnTogether, drawTogether } from "./drawn-together.ts";
import classes from "./versions.module.css";

addTexts({ versions: texts });

interface Props {
  /** Undefined: `after` is shown by itself. */
  readonly before: Flow | undefined;
  readonly after: Flow;
}

/** Two versions of a flow on one drawing, beside a list of what is otherwise. */
export function Comparison({ before, after }: Props) {
  const drawn = useMemo(() => drawTogether(before, after), [before, after]);
  return (
    <ReactFlowProvider>
      <Looking drawn={drawn}>
        <MarksContext value={drawn}>
          <div className={classes.comparison} data-plain={before === undefined || undefined}>
            <ComparedCanvas drawn={drawn} />
            {before !== undefined && <ChangeList changes={drawn.changes} before={before} after={after} />}
          </div>
        </MarksContext>
      </Looking>
    </ReactFlowProvider>
  );
}

/** A place of work where nothing can be changed: cards and controls work as on the canvas. */
function Looking({ drawn, children }: { readonly drawn: DrawnTogether; readonly children: React.ReactNode }) {
  const workplace = useWorkplace();
  const view = useReactFlow();
  const viewRef = useRef(view);
  viewRef.current = view;
  const editor = useMemo(() => openEditor({ id: "", stored: asStored(drawn.flow) }, silent, false), [drawn]);
  useEffect(() => editor.close, [editor]);
  const surface = useMemo((): Surface => {
    const { surface: outer } = workplace;
    return {
      ...outer,
      fitView: () => showSteps(viewRef.current, editor),
      zoom: (direction) => void (direction === "in" ? viewRef.current.zoomIn() : viewRef.current.zoomOut()),
    };
  }, [workplace, editor]);
  return <WorkplaceProvider value={{ ...workplace, editor, surface, may: () => false }}>{children}</WorkplaceProvider>;
}

const asStored = (flow: Flow) => ({ version: 0, flow, updatedAt: "" });

/** Nothing is saved, kept or checked of what is only looked at. */
const silent = {
  save: async () => ({ outcome: "offline" as const }),
  drafts: { keep() {}, forget() {} },
  check: async () => undefined,
  prove: async () => undefined,
  whenOnline: () => () => {},
};
