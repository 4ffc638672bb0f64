import fc from "fast-check";
import { type Flow, stepDefinitions } from "../../compiler/src/index.ts";
import { cardShape } from "../../editor/src/model/card-size.ts";
import type { Change } from "../../editor/src/model/change.ts";
import { arrange } from "../../editor/src/model/changes/arrange.ts";
import {
  addFrame,
  addNote,
  addStep,
  alignSteps,
  connect,
  copySteps,
  disconnect,
  distributeSteps,
  editFrame,
  frameColours,
  framesOf,
  insertStep,
  moveSteps,
  paste,
  removeFrames,
  removeSteps,
  renameFlow,
  replaceStep,
  setFallback,
  setLabel,
  sides,
  writeNote,
} from "../../editor/src/model/changes/index.ts";
import { portsOf } from "../../editor/src/model/ports.ts";
import { stepIdsOf } from "../../editor/src/model/step-ids.ts";
import { withOptions } from "./drawn.ts";

const place = fc.record({ x: fc.integer({ min: -2000, max: 2000 }), y: fc.integer({ min: -2000, max: 2000 }) });
/** To be taken modulo what there is. */
export const pick = fc.nat({ max: 30 });

export function stepAt(flow: Flow, index: number) {
  return flow.steps[index % Math.max(1, flow.steps.length)];
}

/** A change that looks at the flow it meets: "the third step", whatever that is by then. */
export const anyChange: fc.Arbitrary<(flow: Flow) => Change> = fc.oneof(
  fc.tuple(fc.constantFrom(...stepDefinitions.map((one) => one.type)), place).map(
    ([type, at]) =>
      () =>
        addStep(type, at),
  ),
  fc.tuple(pick, pick, pick).map(([from, port, to]) => (flow: Flow) => {
    const step = stepAt(flow, from);
    const ports = step === undefined ? [] : (portsOf(step) ?? []);
    const id = ports[port % Math.max(1, ports.length)]?.id ?? "next";
    return connect({ step: step?.id ?? "", port: id }, stepAt(flow, to)?.id ?? "");
  }),
  pick.map((index) => (flow: Flow) => {
    const edge = flow.edges[index % Math.max(1, flow.edges.length)];
    return disconnect(edge === undefined ? [] : [{ step: edge.from, port: edge.port }]);
  }),
  pick.map((index) => (flow: Flow) => removeSteps([stepAt(flow, index)?.id ?? ""])),
  fc.tuple(pick, place).map(
    ([index, at]) =>
      (flow: Flow) =>
        moveSteps({ [stepAt(flow, index)?.id ?? ""]: at }, "nudge"),
  ),
  fc.tuple(pick, fc.string({ maxLength: 200 })).map(
    ([index, label]) =>
      (flow: Flow) =>
        setLabel(stepAt(flow, index)?.id ?? "", label),
  ),
  fc.string({ maxLength: 200 }).map((name) => () => renameFlow(name)),
  fc
    .option(fc.constantFrom({ say: "Sorry." }, { play: "sorry.wav" }), { nil: undefined })
    .map((prompt) => () => setFallback(prompt && { prompt, translations: { fr: { say: "Pardon." } } }, "fallback")),
  fc
    .uniqueArray(fc.constantFrom(..."0123456789*#"), { minLength: 1 })
    .map((keys) => () => withOptions(keys.map((key) => ({ key, label: `Key ${key}` })))),
  fc.tuple(pick, pick, place).map(
    ([one, other, at]) =>
      (flow: Flow) =>
        paste(copySteps(flow, [stepAt(flow, one)?.id ?? "", stepAt(flow, other)?.id ?? ""]), at),
  ),
  fc.constant(() => arrange(cardShape)),
  fc.tuple(pick, fc.constantFrom(...stepDefinitions.map((one) => one.type))).map(
    ([index, type]) =>
      (flow: Flow) =>
        replaceStep(stepAt(flow, index)?.id ?? "", type),
  ),
  fc
    .tuple(pick, fc.constantFrom(...stepDefinitions.map((one) => one.type)), place)
    .map(([index, type, at]) => (flow: Flow) => {
      const edge = flow.edges[index % Math.max(1, flow.edges.length)];
      return insertStep(type, at, { step: edge?.from ?? "", port: edge?.port ?? "" });
    }),
  fc.constantFrom(...sides).map((side) => (flow: Flow) => alignSteps(stepIdsOf(flow), side, cardShape)),
  fc
    .constantFrom("across" as const, "down" as const)
    .map((along) => (flow: Flow) => distributeSteps(stepIdsOf(flow), along, cardShape)),
  place.map((at) => () => addNote(at)),
  fc.tuple(pick, pick, fc.string({ maxLength: 200 })).map(
    ([one, other, title]) =>
      (flow: Flow) =>
        addFrame([stepAt(flow, one)?.id ?? "", stepAt(flow, other)?.id ?? ""], title),
  ),
  fc
    .tuple(
      pick,
      fc.constantFrom(...frameColours),
      fc.boolean(),
      fc.option(fc.string({ maxLength: 200 }), { nil: undefined }),
    )
    .map(([index, colour, collapsed, title]) => (flow: Flow) => {
      const frames = framesOf(flow);
      const id = frames[index % Math.max(1, frames.length)]?.id ?? "";
      return editFrame(id, { colour, collapsed, ...(title === undefined ? {} : { title }) });
    }),
  pick.map((index) => (flow: Flow) => removeFrames(new Set([framesOf(flow)[index]?.id ?? ""]))),
  fc.tuple(pick, fc.string({ maxLength: 3000 })).map(
    ([index, text]) =>
      (flow: Flow) =>
        writeNote(flow.notes[index % Math.max(1, flow.notes.length)]?.id ?? "", text),
  ),
);
