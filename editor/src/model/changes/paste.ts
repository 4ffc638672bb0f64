import { type Flow, findStepDefinition } from "@ozflow/compiler";
import type { Change } from "../change.ts";
import { freeLabel, freeStepId, stepIdsOf } from "../step-ids.ts";
import { type Position, whole, withVariablesOf } from "./add-step.ts";
import { type Frame, framesOf, withFrames } from "./frames.ts";

/** The steps as a small flow of their own: the edges among them, the variables they name, where they lie. */
export function copySteps(flow: Flow, ids: readonly string[]): Flow {
  const chosen = new Set(ids);
  const steps = flow.steps.filter((step) => chosen.has(step.id));
  const named = new Set(withVariablesOf(steps, []).map((one) => one.name));
  const { frames: _frames, ...rest } = flow;
  const frames = framesOf(flow).filter((frame) => frame.steps.every((id) => chosen.has(id)));
  return {
    ...rest,
    ...(frames.length === 0 ? {} : { frames }),
    steps,
    edges: flow.edges.filter((edge) => chosen.has(edge.from) && chosen.has(edge.to)),
    variables: flow.variables.filter((one) => named.has(one.name) || mentions(steps, one.name)),
    notes: [],
    layout: Object.fromEntries(Object.entries(flow.layout).filter(([id]) => chosen.has(id))),
  };
}

/** Expressions and placeholders name variables inside texts; a word that looks like one is reason enough to bring it. */
function mentions(steps: Flow["steps"], name: string): boolean {
  return new RegExp(`\\b${name}\\b`).test(JSON.stringify(steps.map((step) => step.data)));
}

/** Adds copied steps under new ids, their upper left corner at the position. */
export function paste(copied: Flow, at: Position, name: "paste" | "duplicate" | "import" = "paste"): Change {
  return {
    name,
    apply(flow) {
      if (copied.steps.length + copied.notes.length === 0) return flow;
      const taken = stepIdsOf(flow);
      const newIds = new Map<string, string>();
      let labelled = flow;
      const steps = copied.steps.map((step) => {
        const label = step.label === "" ? "" : freeLabel(step.label, labelled);
        const id = freeStepId(label === "" ? step.type : label, taken);
        taken.add(id);
        newIds.set(step.id, id);
        const added = { ...step, id, label };
        labelled = { ...labelled, steps: [...labelled.steps, added] };
        return added;
      });
      const places = copied.steps.map((step) => copied.layout[step.id] ?? { x: 0, y: 0 });
      const corners = [...places, ...copied.notes.map((note) => note.position)];
      const left = Math.min(...corners.map((place) => place.x));
      const top = Math.min(...corners.map((place) => place.y));
      const layout = Object.fromEntries(
        steps.map((step, index) => {
          const { x, y } = places[index] ?? { x: left, y: top };
          return [step.id, whole({ x: at.x + x - left, y: at.y + y - top })];
        }),
      );
      const known = new Set(flow.variables.map((one) => one.name));
      return {
        ...withFrames(flow, [...framesOf(flow), ...copiedFrames(copied, flow, newIds)]),
        steps: [...flow.steps, ...steps],
        edges: [
          ...flow.edges,
          ...copied.edges.flatMap((edge) => {
            const from = newIds.get(edge.from);
            const to = newIds.get(edge.to);
            return from === undefined || to === undefined ? [] : [{ ...edge, from, to }];
          }),
        ],
        variables: [...flow.variables, ...copied.variables.filter((one) => !known.has(one.name))],
        notes: [...flow.notes, ...withFreeIds(copied.notes, flow.notes, { x: at.x - left, y: at.y - top })],
        layout: { ...flow.layout, ...layout },
      };
    },
  };
}

function copiedFrames(copied: Flow, present: Flow, newIds: ReadonlyMap<string, string>): readonly Frame[] {
  const taken = new Set(framesOf(present).map((frame) => frame.id));
  return framesOf(copied).map((frame) => {
    const id = freeStepId(frame.id, taken);
    taken.add(id);
    return { ...frame, id, steps: frame.steps.flatMap((step) => newIds.get(step) ?? []) };
  });
}

function withFreeIds(copied: Flow["notes"], present: Flow["notes"], by: Position): Flow["notes"] {
  const taken = new Set(present.map((note) => note.id));
  return copied.map((note) => {
    const id = freeStepId(note.id, taken);
    taken.add(id);
    return { ...note, id, position: whole({ x: note.position.x + by.x, y: note.position.y + by.y }) };
  });
}

/** Without the entries of kinds that the other flow has already: calls of a kind begin in one place. */
export function withoutKnownEntries(flow: Flow, other: Flow): Flow {
  const entryOf = (step: Flow["steps"][number]) => findStepDefinition(step.type)?.entry;
  const known = new Set(other.steps.map(entryOf));
  const steps = flow.steps.filter((step) => entryOf(step) === undefined || !known.has(entryOf(step)));
  const left = new Set(steps.map((step) => step.id));
  return { ...flow, steps, edges: flow.edges.filter((edge) => left.has(edge.from) && left.has(edge.to)) };
}
