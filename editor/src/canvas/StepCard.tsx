import { Tooltip } from "@mantine/core";
import { findStepDefinition, type Step } from "@ozflow/compiler";
import { IconAlertTriangleFilled, IconCircleXFilled } from "@tabler/icons-react";
import { Handle, type NodeProps, Position, useUpdateNodeInternals } from "@xyflow/react";
import { memo, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useNamedCalendars } from "../calendars/calendar-library.ts";
import { canBeLedTo, portsOf, summaryOf } from "../model/ports.ts";
import { say } from "../model/say.ts";
import { stepOf } from "../model/step-of.ts";
import { titleOf } from "../model/step-words.ts";
import { StepIcon } from "../parts/StepIcon.tsx";
import { useNamedSounds } from "../prompts/sound-library.ts";
import { useNamedFlows } from "../sub-flows/flow-library.ts";
import { useNamedTables } from "../tables/table-library.ts";
import { useDocument, useFindingsOf, useView } from "../workplace.tsx";
import { PortRow } from "./PortRow.tsx";
import type { StepNode } from "./projection.ts";
import classes from "./step-card.module.css";

/** A step as it lies on the canvas: what it is, what the caller hears, and a row for each way out. */
export function StepCard({ id, data: { titleId }, selected }: NodeProps<StepNode>) {
  const step = useDocument(({ flow }) => stepOf(flow, id));
  return step === undefined ? null : <StepFace step={step} titleId={titleId} selected={selected} />;
}

interface Face {
  readonly step: Step;
  readonly titleId: string;
  readonly selected: boolean;
}

/** Not drawn anew when the card only is elsewhere, as in each frame of a drag. */
const StepFace = memo(function StepFace({ step, titleId, selected }: Face) {
  const { id } = step;
  const lit = useView((state) => state.lit === id);
  const onPath = useView((state) => state.path.has(id));
  const ports = portsOf(step) ?? [];
  const ways = ports.filter((port) => port.kind !== "failure");
  const failures = ports.filter((port) => port.kind === "failure");
  const definition = findStepDefinition(step.type);
  const summary = useNamedFlows(useNamedTables(useNamedCalendars(useNamedSounds(summaryOf(step)))));

  const updateHandles = useUpdateNodeInternals();
  const portNames = ports.map((port) => port.id).join(" ");
  const measured = useRef(portNames);
  useEffect(() => {
    // React Flow has looked for the handles of a new card itself; a thousand cards asking again would block the page.
    if (measured.current === portNames) return;
    measured.current = portNames;
    updateHandles(id);
  }, [id, portNames, updateHandles]);

  return (
    <article
      className={classes.card}
      data-selected={selected || undefined}
      data-lit={lit || undefined}
      data-path={onPath || undefined}
      data-family={definition?.family}
      data-testid={`step-${id}`}
    >
      {canBeLedTo(step) && <Handle type="target" position={Position.Left} className={classes.target} />}
      <header className={classes.head}>
        <StepIcon type={step.type} size={30} />
        <div className={classes.names}>
          <span id={titleId} className={classes.label}>
            {step.label === "" ? step.id : step.label}
          </span>
          <span className={classes.kind}>{titleOf(step.type)}</span>
        </div>
        <ProblemBadge step={id} />
      </header>
      {summary !== "" && <p className={classes.summary}>{summary}</p>}
      {ways.length > 0 && (
        <ul className={classes.ports}>
          {ways.map((port) => (
            <PortRow key={port.id} step={id} port={port} />
          ))}
        </ul>
      )}
      {failures.length > 0 && (
        <ul className={classes.failures}>
          {failures.map((port) => (
            <PortRow key={port.id} step={id} port={port} />
          ))}
        </ul>
      )}
    </article>
  );
});

function ProblemBadge({ step }: { readonly step: string }) {
  const { t } = useTranslation();
  const found = useFindingsOf(step);
  const worst = found[0];
  if (worst === undefined) return null;
  const Icon = worst.severity === "error" ? IconCircleXFilled : IconAlertTriangleFilled;
  return (
    <Tooltip label={say(worst)} multiline maw={320}>
      <span
        className={classes.problem}
        data-severity={worst.severity}
        role="img"
        aria-label={t("canvas.problems", { count: found.length })}
      >
        <Icon size={18} />
      </span>
    </Tooltip>
  );
}
