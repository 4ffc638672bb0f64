/** What a dragged palette entry carries: the type of the step, under a name no other page uses. */
export const draggedStepType = "application/x-ozflow-step";
