import { useSpotlight } from "@mantine/spotlight";
import { lazy, Suspense, useRef } from "react";
import type { OpenedFlow } from "../api/types.ts";
import { useReadCalendars } from "../calendars/calendar-library.ts";
import { FlowCanvas } from "../canvas/FlowCanvas.tsx";
import { addTexts } from "../i18n.ts";
import { Inspector } from "../inspector/Inspector.tsx";
import { drawing } from "../locales/drawing.en.ts";
import { Palette } from "../palette/Palette.tsx";
import { useReadSounds } from "../prompts/sound-library.ts";
import { useReadTables } from "../tables/table-library.ts";
import { useView, type Workplace, WorkplaceProvider } from "../workplace.tsx";
import { Announcer } from "./Announcer.tsx";
import { paletteStore } from "./command-palette-store.ts";
import { Dialogs } from "./Dialogs.tsx";
import classes from "./editor.module.css";
import { SaveBanner } from "./SaveBanner.tsx";
import { TopBar } from "./TopBar.tsx";
import { useActionKeys } from "./use-action-keys.ts";
import { useClipboard } from "./use-clipboard.ts";
import { useLeaveGuard } from "./use-leave-guard.ts";
import { useOpenedWorkplace } from "./use-opened-workplace.ts";

addTexts(drawing);

const BottomPanel = lazy(() => import("./BottomPanel.tsx"));
const CommandPalette = lazy(() => import("./CommandPalette.tsx"));

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
  useReadCalendars();
  useReadTables();
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
        <SaveBanner />
        <Panels />
      </main>
      <Inspector />
      <Dialogs />
      <Announcer />
      <Commands />
    </div>
  );
}

/** Loaded with its first use, and kept then for the next. */
function Commands() {
  const { opened } = useSpotlight(paletteStore);
  const wanted = useRef(false);
  wanted.current ||= opened;
  return <Suspense fallback={null}>{wanted.current && <CommandPalette />}</Suspense>;
}

/** The same. Its room is there at once, so that the canvas moves only once. */
function Panels() {
  const isOpen = useView((state) => state.panel !== undefined);
  const wanted = useRef(false);
  wanted.current ||= isOpen;
  return <Suspense fallback={<div className={classes.panel} />}>{wanted.current && <BottomPanel />}</Suspense>;
}
