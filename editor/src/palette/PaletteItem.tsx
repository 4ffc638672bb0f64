import { Tooltip, UnstyledButton } from "@mantine/core";
import type { StepDefinition } from "@ozflow/compiler";
import { useReactFlow } from "@xyflow/react";
import { canvasRect } from "../canvas/show-steps.ts";
import { addBeside } from "../commands/add-beside.ts";
import { cardWidth } from "../model/card-size.ts";
import { descriptionOf, titleOf } from "../model/step-words.ts";
import { StepIcon } from "../parts/StepIcon.tsx";
import { useEditor } from "../workplace.tsx";
import { draggedStepType } from "./drag.ts";
import classes from "./palette.module.css";

/** Pixels of most cards. */
const cardHeight = 200;

export function PaletteItem({ definition }: { readonly definition: StepDefinition }) {
  const editor = useEditor();
  const { screenToFlowPosition, flowToScreenPosition, setCenter, getZoom } = useReactFlow();
  const add = () => {
    const canvas = canvasRect();
    const centre = { x: canvas.x + canvas.width / 2, y: canvas.y + canvas.height / 2 };
    const [added] = addBeside(editor, definition.type, screenToFlowPosition(centre));
    const place = added === undefined ? undefined : editor.document.getState().flow.layout[added];
    if (place === undefined) return;
    const end = flowToScreenPosition({ x: place.x + cardWidth, y: place.y + cardHeight });
    if (end.x > canvas.right || end.y > canvas.bottom) {
      void setCenter(place.x + cardWidth / 2, place.y + cardHeight / 2, { zoom: getZoom(), duration: 0 });
    }
  };
  return (
    <Tooltip label={descriptionOf(definition)} position="right">
      <UnstyledButton
        className={classes.item}
        draggable
        onDragStart={(event) => {
          event.dataTransfer.setData(draggedStepType, definition.type);
          event.dataTransfer.effectAllowed = "copy";
        }}
        onClick={add}
      >
        <StepIcon type={definition.type} size={24} />
        <span className={classes.title}>{titleOf(definition.type)}</span>
      </UnstyledButton>
    </Tooltip>
  );
}
