import { BaseEdge, type EdgeProps, getSmoothStepPath } from "@xyflow/react";
import { memo } from "react";
import { useView } from "../workplace.tsx";
import type { FlowEdge } from "./projection.ts";

/** Pixels. */
const bendRadius = 14;
/** Pixels across in which the pointer finds a line. */
const touchWidth = 18;

/** A line from a way out to the step it leads to. */
export const FlowLine = memo(function FlowLine(props: EdgeProps<FlowEdge>) {
  const { id, source, target, markerEnd } = props;
  // Nobody touches a line while an end of it is dragged; half of what such a line costs is the wide one that is touched.
  const isPulled = useView(({ dragged }) => dragged[source] !== undefined || dragged[target] !== undefined);
  const [path] = getSmoothStepPath({ ...props, borderRadius: bendRadius });
  return (
    <BaseEdge id={id} path={path} interactionWidth={isPulled ? 0 : touchWidth} {...(markerEnd ? { markerEnd } : {})} />
  );
});
