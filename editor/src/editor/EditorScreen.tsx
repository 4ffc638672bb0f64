import { Spotlight } from "@mantine/spotlight";
import { useTranslation } from "react-i18next";
import type { OpenedFlow } from "../api/types.ts";
import { FlowCanvas } from "../canvas/FlowCanvas.tsx";
import { actions, isOffered, runAction } from "../commands/actions.ts";
import { Inspector } from "../inspector/Inspector.tsx";
import { Palette } from "../palette/Palette.tsx";
import { NamedIcon } from "../parts/icons.tsx";
import { Shortcut } from "../parts/Shortcut.tsx";
import { useReadSounds } from "../prompts/sound-library.ts";
import { type Workplace, WorkplaceProvider } from "../workplace.tsx";
import { BottomPanel } from "./BottomPanel.tsx";
import { Dialogs } from "./Dialogs.tsx";
import classes from "./editor.module.css";
import { TopBar } from "./TopBar.tsx";
import { useActionKeys } from "./use-action-keys.ts";
import { useClipboard } from "./use-clipboard.ts";
import { useLeaveGuard } from "./use-leave-guard.ts";
import { useOpenedWorkplace } from "./use-opened-workplace.ts";

export function EditorScreen({ opened }: { readonly opened: OpenedFlow }) {
  const workplace = useOpenedWorkplace(opened);
  if (workplace === undefined) return null;
  return (
    <WorkplaceProvider value={workplace}>
      <Screen workplace={workplace} />
    </WorkplaceProvider>
  );
}

function Screen({ workplace }: { readonly workplace: Workplace }) {
  useReadSounds();
  const { canDraw } = workplace.editor;
  useActionKeys(workplace);
  useClipboard(workplace);
  useLeaveGuard(workplace.editor);
  return (
    <div className={classes.screen} data-looking={!canDraw || undefined}>
      <TopBar />
      {canDraw && <Palette />}
      <main className={classes.middle}>
        <FlowCanvas />
        <BottomPanel />
      </main>
      <Inspector />
      <Dialogs />
      <CommandPalette workplace={workplace} />
    </div>
  );
}

function CommandPalette({ workplace }: { readonly workplace: Workplace }) {
  const { t } = useTranslation();
  return (
    <Spotlight
      // The key is one of the actions' own.
      shortcut={null}
      nothingFound={t("commands.nothing")}
      searchProps={{ placeholder: t("commands.search"), "aria-label": t("commands.search") }}
      maxHeight={420}
      scrollable
      actions={actions
        .filter((action) => action.id !== "commands" && isOffered(action, workplace))
        .map((action) => ({
          id: action.id,
          label: t(`actions.${action.id}`),
          leftSection: <NamedIcon name={action.icon} size={18} />,
          rightSection: <Shortcut keys={action.shortcuts[0]} />,
          onClick: () => runAction(action, workplace),
        }))}
    />
  );
}
