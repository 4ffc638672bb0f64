import { ScrollArea, Text, TextInput, Tooltip, UnstyledButton } from "@mantine/core";
import { type StepDefinition, stepDefinitions, stepFamilies } from "@ozflow/compiler";
import { IconSearch } from "@tabler/icons-react";
import { useReactFlow } from "@xyflow/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { canvasRect } from "../canvas/show-steps.ts";
import { addBeside } from "../commands/add-beside.ts";
import { cardWidth } from "../model/card-size.ts";
import { StepIcon } from "../parts/StepIcon.tsx";
import { useEditor } from "../workplace.tsx";
import { draggedStepType } from "./drag.ts";
import classes from "./palette.module.css";
import { searchSteps } from "./search-steps.ts";

/** Pixels of most cards. */
const cardHeight = 200;

/** Every kind of step, to be dragged onto the canvas or added by a click. */
export function Palette() {
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  const found = searchSteps(stepDefinitions, query);
  return (
    <nav className={classes.palette} aria-label={t("palette.label")}>
      <TextInput
        className={classes.search}
        leftSection={<IconSearch size={16} />}
        placeholder={t("palette.search")}
        aria-label={t("palette.search")}
        value={query}
        onChange={(event) => setQuery(event.currentTarget.value)}
      />
      <ScrollArea className={classes.list} type="hover" scrollbarSize={8}>
        {found.length === 0 && (
          <Text size="sm" c="dimmed" p="md">
            {t("palette.nothing", { query })}
          </Text>
        )}
        {stepFamilies.map((family) => {
          const members = found.filter((definition) => definition.family === family);
          if (members.length === 0) return null;
          return (
            <section key={family} aria-label={t(`families.${family}`)}>
              <h2 className={classes.family}>{t(`families.${family}`)}</h2>
              {members.map((definition) => (
                <PaletteItem key={definition.type} definition={definition} />
              ))}
            </section>
          );
        })}
      </ScrollArea>
    </nav>
  );
}

function PaletteItem({ definition }: { readonly definition: StepDefinition }) {
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
    <Tooltip label={definition.description} position="right">
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
        <span className={classes.title}>{definition.title}</span>
      </UnstyledButton>
    </Tooltip>
  );
}
