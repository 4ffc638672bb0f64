export { addStep, type PortAddress, type Position, type Size } from "./add-step.ts";
export { connect, disconnect } from "./connect.ts";
export { moveSteps } from "./move-steps.ts";
export { copySteps, paste, withoutKnownEntries } from "./paste.ts";
export { removeSteps } from "./remove-steps.ts";
export { setData } from "./set-data.ts";
export { addVariable, renameFlow, setLanguages, setVariables, takeOver } from "./set-flow.ts";
export { maxLabelLength, setLabel } from "./set-label.ts";
