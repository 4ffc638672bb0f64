import { Badge, Center, Loader, NavLink, ScrollArea, Text, Tooltip } from "@mantine/core";
import { defaultCompileOptions, ownStep } from "@ozflow/compiler";
import { IconAlertTriangle, IconFileCode, IconServer } from "@tabler/icons-react";
import { useReactFlow } from "@xyflow/react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { showSteps } from "../canvas/show-steps.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import type { RenderedDocument, Trace } from "../worker/protocol.ts";
import { useEditor, useView } from "../workplace.tsx";
import { MeasuresTable } from "./MeasuresTable.tsx";
import classes from "./preview.module.css";
import { linesOfStep, sourceAt } from "./source-map.ts";
import { useCost, useRendering } from "./use-rendering.ts";
import { XmlView } from "./XmlView.tsx";

/** The OzML that callers will be served, as a sample call would get it. */
export default function PreviewPanel() {
  const { t } = useTranslation();
  const [trace, setTrace] = useState<Trace>(defaultCompileOptions.trace);
  const rendering = useRendering(trace);
  const cost = useCost(rendering?.documents !== undefined);
  const [name, setName] = useState<string>();
  const selected = useView((state) => state.lit ?? (state.steps.size === 1 ? [...state.steps][0] : undefined));
  if (rendering === undefined) {
    return (
      <Center h="100%">
        <Loader type="dots" />
      </Center>
    );
  }
  const { documents } = rendering;
  if (documents === undefined || documents.length === 0) {
    return (
      <EmptyState
        icon={<IconAlertTriangle size={24} stroke={1.75} />}
        title={t("preview.errorsTitle")}
        text={t("preview.errorsText")}
      />
    );
  }
  const holdsSelected = documents.find((one) => selected !== undefined && holds(one, selected));
  const wanted = documents.find((one) => one.name === name);
  const holdsIt = wanted !== undefined && (selected === undefined || holds(wanted, selected));
  const shown = holdsIt ? wanted : (holdsSelected ?? wanted ?? documents[0]);
  return (
    <div className={classes.preview}>
      <MeasuresTable cost={cost} trace={trace} onTrace={setTrace} />
      <ScrollArea className={classes.documents} type="hover">
        {documents.map((one) => (
          <NavLink
            key={one.name}
            component="button"
            active={one === shown}
            label={one.name}
            leftSection={<IconFileCode size={15} stroke={1.75} />}
            rightSection={one.serverSteps.length > 0 && <LiveMark />}
            onClick={() => setName(one.name)}
          />
        ))}
      </ScrollArea>
      {shown !== undefined && <DocumentView document={shown} selected={selected} onPick={() => setName(shown.name)} />}
    </div>
  );
}

function holds(document: RenderedDocument, step: string): boolean {
  return document.tags.some((tag) => ownStep(tag.step) === step);
}

function LiveMark() {
  const { t } = useTranslation();
  return (
    <Tooltip label={t("preview.live")}>
      <IconServer size={14} stroke={1.75} aria-label={t("preview.live")} />
    </Tooltip>
  );
}

function DocumentView({
  document,
  selected,
  onPick,
}: {
  readonly document: RenderedDocument;
  readonly selected: string | undefined;
  /** Something in the document was chosen; it should stay the one shown. */
  onPick(): void;
}) {
  const { t } = useTranslation();
  const editor = useEditor();
  const reactFlow = useReactFlow();
  const pick = (offset: number) => {
    const source = sourceAt(document, offset);
    if (source === undefined) return;
    onPick();
    editor.view.showField(source);
    showSteps(reactFlow, editor, new Set([source.step]));
  };
  if (document.fault !== undefined) {
    return (
      <Text p="md" size="sm" c="dimmed">
        {t("preview.fault", { sentence: document.fault })}
      </Text>
    );
  }
  return (
    <div className={classes.code}>
      <XmlView xml={document.xml} lit={selected === undefined ? [] : linesOfStep(document, selected)} onPick={pick} />
      <Badge className={classes.badge} variant="light" color="gray">
        {document.serverSteps.length > 0 ? t("preview.liveShort") : t("preview.static")}
      </Badge>
    </div>
  );
}
