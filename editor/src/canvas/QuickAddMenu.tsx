import { Menu, ScrollArea, TextInput } from "@mantine/core";
import { findStepDefinition, type StepDefinition, stepDefinitions } from "@ozflow/compiler";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { commitAndSelect } from "../commands/selection.ts";
import { addStep, whole } from "../model/changes/add-step.ts";
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

/** Offers the next step where a line was let go over the empty canvas. */
export function QuickAddMenu() {
  const quickAdd = useView((state) => state.quickAdd);
  return quickAdd === undefined ? null : <OpenMenu quickAdd={quickAdd} />;
}

function OpenMenu({ quickAdd: { from, screen, position } }: { readonly quickAdd: QuickAdd }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const [query, setQuery] = useState("");
  const before = useDocument((state) => state.flow.steps.find((step) => step.id === from.step)?.type);
  const contexts = useDocument((state) => contextsOf(state.flow));
  const found = searchSteps(stepsAfter(findStepDefinition(before ?? ""), contexts), query);
  const close = () => editor.view.setState({ quickAdd: undefined });
  const add = (type: string) => {
    commitAndSelect(editor, addStep(type, whole({ x: position.x, y: position.y - handleOffsetY }), from));
    close();
  };
  return (
    <Menu opened onClose={close} position="right-start" width={260} trapFocus>
      <Menu.Target>
        <div className={classes.menuAnchor} style={{ left: screen.x, top: screen.y }} />
      </Menu.Target>
      <Menu.Dropdown aria-label={t("canvas.quickAdd")}>
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
