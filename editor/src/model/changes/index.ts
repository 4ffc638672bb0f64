export { addStep, type PortAddress, type Position, type Size } from "./add-step.ts";
export { alignSteps, distributeSteps, type Side, sides } from "./align.ts";
export { connect, disconnect } from "./connect.ts";
export {
  addFrame,
  editFrame,
  type Frame,
  type FrameColour,
  frameColours,
  framesOf,
  maxFrameTitle,
  moveIntoFrame,
  removeFrames,
} from "./frames.ts";
export { insertStep } from "./insert-step.ts";
export { mend } from "./mend.ts";
export { moveSteps } from "./move-steps.ts";
export {
  addNote,
  maxNoteLength,
  moveNote,
  type Note,
  noteSizes,
  removeNotes,
  resizeNote,
  writeNote,
} from "./notes.ts";
export { copySteps, paste, withoutKnownEntries } from "./paste.ts";
export { removeSteps } from "./remove-steps.ts";
export { replaceStep } from "./replace-step.ts";
export { setData } from "./set-data.ts";
export { addVariable, renameFlow, setFallback, setPromises, setVariables, takeOver } from "./set-flow.ts";
export { maxLabelLength, setLabel } from "./set-label.ts";
export { maxPrompt, setPrompts } from "./set-prompts.ts";
