import { Spotlight, type SpotlightActionData } from "@mantine/spotlight";
import { findStepDefinition } from "@ozflow/compiler";
import { useReactFlow } from "@xyflow/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { showSteps } from "../canvas/show-steps.ts";
import { actions, isOffered, runAction } from "../commands/actions.ts";
import { findSteps } from "../model/find-steps.ts";
import { ActionPicture } from "../parts/ActionPicture.tsx";
import { Shortcut } from "../parts/Shortcut.tsx";
import { StepIcon } from "../parts/StepIcon.tsx";
import { useWorkplace } from "../workplace.tsx";
import { paletteStore } from "./command-palette-store.ts";

/** Every action and every step, found by typing: a step also by what it says, whom it calls, what it keeps. */
export default function CommandPalette() {
  const { t } = useTranslation();
  const [query, setQuery] = useState("");
  const found = [useFoundActions(query), useFoundSteps(query)].filter((group) => group.actions.length > 0);
  return (
    <Spotlight
      store={paletteStore}
      // The key is one of the actions' own.
      shortcut={null}
      query={query}
      onQueryChange={setQuery}
      filter={(_, all) => all}
      nothingFound={t("commands.nothing")}
      searchProps={{ placeholder: t("commands.search"), "aria-label": t("commands.search") }}
      attributes={{ content: { "aria-label": t("actions.commands") } }}
      maxHeight={420}
      scrollable
      actions={found}
    />
  );
}

function useFoundActions(query: string) {
  const { t } = useTranslation();
  const workplace = useWorkplace();
  const wanted = query.trim().toLowerCase();
  const found = actions
    .filter((action) => action.id !== "commands" && isOffered(action, workplace))
    .map((action): SpotlightActionData & { label: string } => ({
      id: action.id,
      label: t(`actions.${action.id}`),
      leftSection: <ActionPicture action={action} size={18} />,
      rightSection: <Shortcut keys={action.shortcuts[0]} />,
      onClick: () => runAction(action, workplace),
    }))
    .filter(({ label }) => label.toLowerCase().includes(wanted));
  return { group: t("actions.commands"), actions: found };
}

function useFoundSteps(query: string) {
  const { t } = useTranslation();
  const { editor } = useWorkplace();
  const reactFlow = useReactFlow();
  const { flow } = editor.document.getState();
  const found = findSteps(flow, query).map(({ step, name, text }): SpotlightActionData => {
    const type = flow.steps.find(({ id }) => id === step)?.type ?? "";
    return {
      id: `step ${step}`,
      label: name,
      ...(text === "" ? {} : { description: text }),
      leftSection: findStepDefinition(type) && <StepIcon type={type} size={24} />,
      onClick() {
        editor.view.selectSteps([step]);
        showSteps(reactFlow, editor, new Set([step]));
      },
    };
  });
  return { group: t("commands.steps"), actions: found };
}
