import type { Flow } from "@ozflow/compiler";
import type { Change } from "../change.ts";
import { freeStepId } from "../step-ids.ts";

export type Frame = NonNullable<Flow["frames"]>[number];
export type FrameColour = Frame["colour"];

export const frameColours: readonly FrameColour[] = ["grey", "green", "blue", "violet", "orange", "red"];
/** Characters; the flow file's own bound. */
export const maxFrameTitle = 120;

const noFrames: readonly Frame[] = [];

export function framesOf(flow: Flow): readonly Frame[] {
  return flow.frames ?? noFrames;
}

/** Puts a frame around steps. A step lies in one frame at most, so those around them before lose these. */
export function addFrame(steps: readonly string[], title: string): Change {
  return {
    name: "add-frame",
    apply(flow) {
      const known = new Set(flow.steps.map(({ id }) => id));
      const held = steps.filter((id) => known.has(id));
      if (held.length === 0) return flow;
      const frames = framesOf(flow);
      const id = freeStepId(title, new Set(frames.map((frame) => frame.id)));
      const frame: Frame = { id, title: title.slice(0, maxFrameTitle), colour: "grey", steps: [...held].sort() };
      return withFrames(flow, [...without(frames, new Set(held)), frame]);
    },
  };
}

/** Another title, colour or fold. What is typed into one title is one undo step. */
export function editFrame(id: string, part: Partial<Pick<Frame, "title" | "colour" | "collapsed">>): Change {
  return {
    name: "edit-frame",
    ...(part.title === undefined ? {} : { group: `frame ${id}` }),
    apply(flow) {
      const before = framesOf(flow).find((frame) => frame.id === id);
      if (before === undefined) return flow;
      const { collapsed = false, ...after } = { ...before, ...part };
      const title = after.title.slice(0, maxFrameTitle);
      const isSame = title === before.title && after.colour === before.colour && collapsed === !!before.collapsed;
      if (isSame) return flow;
      // Open is how a frame is anyhow; the file says only what is folded.
      const edited: Frame = { ...after, title, ...(collapsed ? { collapsed } : {}) };
      return withFrames(
        flow,
        framesOf(flow).map((frame) => (frame === before ? edited : frame)),
      );
    },
  };
}

/** Takes frames away; what was in them stays. */
export function removeFrames(ids: ReadonlySet<string>): Change {
  return {
    name: "remove-frames",
    apply: (flow) =>
      withFrames(
        flow,
        framesOf(flow).filter(({ id }) => !ids.has(id)),
      ),
  };
}

/** Puts steps into a frame, or out of all (undefined). */
export function moveIntoFrame(steps: ReadonlySet<string>, into: string | undefined): Pick<Change, "apply"> {
  return {
    apply(flow) {
      const left = without(framesOf(flow), steps, into);
      const frames = left.map((frame) =>
        frame.id === into ? { ...frame, steps: [...new Set([...frame.steps, ...steps])].sort() } : frame,
      );
      return isSame(frames, framesOf(flow)) ? flow : withFrames(flow, frames);
    },
  };
}

/** Frames without these steps; one that holds nothing more is gone, but for the one that is kept. */
export function without(
  frames: readonly Frame[],
  steps: ReadonlySet<string>,
  keep?: string | undefined,
): readonly Frame[] {
  return frames.flatMap((frame) => {
    if (!frame.steps.some((id) => steps.has(id)) || frame.id === keep) return [frame];
    const left = frame.steps.filter((id) => !steps.has(id));
    return left.length === 0 ? [] : [{ ...frame, steps: left }];
  });
}

/** The flow with these frames; where there are none, the file does not mention any. */
export function withFrames(flow: Flow, frames: readonly Frame[]): Flow {
  if (isSame(frames, framesOf(flow))) return flow;
  const { frames: _before, ...rest } = flow;
  return frames.length === 0 ? rest : { ...rest, frames: [...frames] };
}

function isSame(one: readonly Frame[], other: readonly Frame[]): boolean {
  return one.length === other.length && one.every((frame, index) => sameFrame(frame, other[index]));
}

function sameFrame(one: Frame, other: Frame | undefined): boolean {
  return (
    one === other ||
    (other !== undefined &&
      one.id === other.id &&
      one.title === other.title &&
      one.colour === other.colour &&
      one.collapsed === other.collapsed &&
      one.steps.length === other.steps.length &&
      one.steps.every((id, index) => id === other.steps[index]))
  );
}
