import { Handle, Position, useReactFlow } from "@xyflow/react";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import { isConnected } from "../model/connected-ports.ts";
import type { ShownPort } from "../model/ports.ts";
import { useDocument, useEditor, useView } from "../workplace.tsx";
import classes from "./step-card.module.css";

/** One way out of a step, its handle at the right edge. A click on a free handle offers the next step. */
export function PortRow({ step, port }: { readonly step: string; readonly port: ShownPort }) {
  const { t } = useTranslation();
  const { view, canDraw } = useEditor();
  const { screenToFlowPosition } = useReactFlow();
  const connected = useDocument((state) => isConnected(state.flow, { step, port: port.id }));
  const chosen = useView(({ way }) => way?.step === step && way.port === port.id);
  const offerNext = (event: MouseEvent) => {
    if (connected || !canDraw) return;
    const screen = { x: event.clientX, y: event.clientY };
    const position = screenToFlowPosition({ x: screen.x + 72, y: screen.y - 24 });
    view.setState({ question: { asks: "next-step", from: { step, port: port.id }, screen, position } });
  };
  // A port of one character is a telephone key; it is shown as one.
  const isKey = port.id.length === 1;
  return (
    <li
      className={classes.port}
      data-kind={port.kind}
      data-connected={connected || undefined}
      data-chosen={chosen || undefined}
    >
      {isKey && <span className={classes.key}>{port.id}</span>}
      <span className={classes.portTitle}>{port.title}</span>
      <Handle
        type="source"
        position={Position.Right}
        id={port.id}
        className={classes.source}
        role="button"
        onClick={offerNext}
        title={connected || !canDraw ? undefined : t("canvas.connect")}
        aria-label={t("canvas.port", { title: port.title })}
      />
    </li>
  );
}
