import { compareFlows, type Flow, type FlowChange } from "@ozflow/compiler";
import type { CanvasNode, FlowEdge, Projection } from "../canvas/projection.ts";

export type Mark = "added" | "removed" | "changed";

/** A line of the drawing; of a line that leads elsewhere now there are two. */
export interface MarkedEdge {
  readonly edge: Flow["edges"][number];
  readonly mark: Mark | undefined;
}

/** Two versions of a flow as one drawing: everything of the later one, and what the earlier one had beside it. */
export interface DrawnTogether {
  readonly changes: readonly FlowChange[];
  readonly flow: Flow;
  readonly steps: ReadonlyMap<string, Mark>;
  readonly notes: ReadonlyMap<string, Mark>;
  readonly edges: readonly MarkedEdge[];
}

/** Without an earlier version nothing is marked. What was removed lies where it lay. */
export function drawTogether(before: Flow | undefined, after: Flow): DrawnTogether {
  const changes = before === undefined ? [] : compareFlows(before, after);
  const marksOf = (of: "step" | "note") =>
    new Map(changes.flatMap((one) => (one.of === of ? [[one.id, one.change] as const] : [])));
  const steps = marksOf("step");
  const notes = marksOf("note");
  const gone = (marks: ReadonlyMap<string, Mark>, id: string) => marks.get(id) === "removed";
  const leads = new Set(changes.flatMap((one) => (one.of === "edge" ? [`${one.from}/${one.port}`] : [])));
  const isOther = (edge: Flow["edges"][number]) => leads.has(`${edge.from}/${edge.port}`);
  return {
    changes,
    flow: {
      ...after,
      steps: [...after.steps, ...(before?.steps.filter(({ id }) => gone(steps, id)) ?? [])],
      notes: [...after.notes, ...(before?.notes.filter(({ id }) => gone(notes, id)) ?? [])],
      layout: { ...before?.layout, ...after.layout },
    },
    steps,
    notes,
    edges: [
      ...after.edges.map((edge) => ({ edge, mark: isOther(edge) ? ("added" as const) : undefined })),
      ...(before?.edges.filter(isOther).map((edge) => ({ edge, mark: "removed" as const })) ?? []),
    ],
  };
}

const marks = [undefined, "added", "removed"] as const;
const none: ReadonlySet<string> = new Set();

/** The lines as React Flow draws them. Of those with one mark no two leave by the same port, so all are projected at once. */
export function markedLines({ flow, edges }: DrawnTogether, projection: Projection): FlowEdge[] {
  return marks.flatMap((mark) => {
    const alike = edges.flatMap((one) => (one.mark === mark ? [one.edge] : []));
    const drawn = projection.edges({ ...flow, edges: alike }, { edges: none });
    return drawn.map((line) => ({
      ...line,
      id: `${line.id} ${mark ?? ""}`,
      className: `${line.className ?? ""} ${mark ?? ""}`,
    }));
  });
}

/** The mark of a card, by its node on the canvas. */
export function markOfNode(drawn: DrawnTogether, node: CanvasNode): Mark | undefined {
  return node.type === "note" ? drawn.notes.get(node.data.note.id) : drawn.steps.get(node.id);
}
