import { Menu, ScrollArea, TextInput } from "@mantine/core";
import { findStepDefinition, type StepDefinition, stepDefinitions } from "@ozflow/compiler";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { commitAndSelect } from "../commands/selection.ts";
import { addStep, whole } from "../model/changes/add-step.ts";
import { replaceStep } from "../model/changes/index.ts";
import type { QuickAdd } from "../model/view-store.ts";
import { contextsOf, splitByContext } from "../palette/families.ts";
import { searchSteps } from "../palette/search-steps.ts";
import { StepIcon } from "../parts/StepIcon.tsx";
import { useDocument, useEditor, useView } from "../workplace.tsx";
import classes from "./canvas.module.css";

/** Pixels from the left upper corner of a card to its target handle. */
const handleOffsetY = 25;

/** Steps that may follow: no entry, at home in a context of the one they follow and in one that the flow has. */
function stepsAfter(before: StepDefinition | undefined, contexts: string): readonly StepDefinition[] {
  return splitByContext(stepDefinitions, contexts).fitting.filter(
    ({ entry, contexts }) =>
      entry === undefined && (before === undefined || contexts.some((context) => before.contexts.includes(context))),
  );
}

/** Another beginning for a beginning; for any other step those that may stand where it stands. */
function stepsInPlaceOf(step: StepDefinition | undefined, contexts: string): readonly StepDefinition[] {
  if (step?.entry !== undefined)
    return stepDefinitions.filter(({ entry, type }) => entry !== undefined && type !== step.type);
  return stepsAfter(step, contexts).filter(({ type }) => type !== step?.type);
}

/** Offers the next step where a line was let go over the empty canvas, or another one in a step's place. */
export function QuickAddMenu() {
  const quickAdd = useView((state) => state.quickAdd);
  return quickAdd === undefined ? null : <OpenMenu quickAdd={quickAdd} />;
}

function OpenMenu({ quickAdd }: { readonly quickAdd: QuickAdd }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const [query, setQuery] = useState("");
  const { screen } = quickAdd;
  const beside = "replaces" in quickAdd ? quickAdd.replaces : quickAdd.from.step;
  const before = useDocument((state) => state.flow.steps.find((step) => step.id === beside)?.type);
  const contexts = useDocument((state) => contextsOf(state.flow));
  const definition = findStepDefinition(before ?? "");
  const offered = "replaces" in quickAdd ? stepsInPlaceOf(definition, contexts) : stepsAfter(definition, contexts);
  const found = searchSteps(offered, query);
  const close = () => editor.view.setState({ quickAdd: undefined });
  const add = (type: string) => {
    if ("replaces" in quickAdd) {
      editor.document.commit(replaceStep(quickAdd.replaces, type));
    } else {
      const { from, position } = quickAdd;
      commitAndSelect(editor, addStep(type, whole({ x: position.x, y: position.y - handleOffsetY }), from));
    }
    close();
  };
  return (
    // The key that has opened the menu was pressed outside of it, and does not close it.
    <Menu
      opened
      onClose={close}
      position="right-start"
      width={260}
      trapFocus
      withInitialFocusPlaceholder={false}
      clickOutsideEvents={["mousedown", "touchstart"]}
    >
      <Menu.Target>
        <div className={classes.menuAnchor} style={{ left: screen.x, top: screen.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t("replaces" in quickAdd ? "canvas.replace" : "canvas.quickAdd")}>
        <TextInput
          className={classes.quickSearch}
          aria-label={t("palette.search")}
          placeholder={t("palette.search")}
          value={query}
          onChange={(event) => setQuery(event.currentTarget.value)}
          onKeyDown={(event) => {
            const first = found[0];
            if (event.key === "Enter" && first !== undefined) add(first.type);
          }}
          data-autofocus
        />
        <ScrollArea.Autosize mah={280}>
          {found.map((definition) => (
            <Menu.Item
              key={definition.type}
              leftSection={<StepIcon type={definition.type} size={26} />}
              onClick={() => add(definition.type)}
            >
              {definition.title}
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}
