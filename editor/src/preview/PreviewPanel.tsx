import { Badge, Center, Loader, NavLink, ScrollArea, Text, Tooltip } from "@mantine/core";
import { IconAlertTriangle, IconFileCode, IconServer } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../parts/EmptyState.tsx";
import type { RenderedDocument, Rendering } from "../worker/protocol.ts";
import { useDocument, useView, useWorkplace } from "../workplace.tsx";
import { linesOfStep } from "./lines-of-step.ts";
import classes from "./preview.module.css";
import { XmlView } from "./XmlView.tsx";

/** Stands for the server's address in the preview. */
const sampleBaseUrl = "https://your-server/c/flow";

/** The OzML that callers will be served, as a sample call would get it. */
export default function PreviewPanel() {
  const { t } = useTranslation();
  const rendering = useRendering();
  const [name, setName] = useState<string>();
  const selected = useView((state) => (state.steps.size === 1 ? [...state.steps][0] : undefined));
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
  const holdsSelected = documents.find((one) => selected !== undefined && one.steps.includes(selected));
  const wanted = documents.find((one) => one.name === name);
  const holdsIt = wanted !== undefined && (selected === undefined || wanted.steps.includes(selected));
  const shown = holdsIt ? wanted : (holdsSelected ?? wanted ?? documents[0]);
  return (
    <div className={classes.preview}>
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
      {shown !== undefined && <DocumentView document={shown} selected={selected} />}
    </div>
  );
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
}: {
  readonly document: RenderedDocument;
  readonly selected: string | undefined;
}) {
  const { t } = useTranslation();
  if (document.fault !== undefined) {
    return (
      <Text p="md" size="sm" c="dimmed">
        {t("preview.fault", { sentence: document.fault })}
      </Text>
    );
  }
  return (
    <div className={classes.code}>
      <XmlView xml={document.xml} lit={selected === undefined ? [] : linesOfStep(document, selected)} />
      <Badge className={classes.badge} variant="default" tt="none" fw={500}>
        {document.serverSteps.length > 0 ? t("preview.liveShort") : t("preview.static")}
      </Badge>
    </div>
  );
}

function useRendering(): Rendering | undefined {
  const { compiler } = useWorkplace();
  const flow = useDocument((state) => state.flow);
  const [rendering, setRendering] = useState<Rendering>();
  useEffect(() => {
    let current = true;
    void compiler.render(flow, sampleBaseUrl).then((made) => {
      if (current) setRendering(made);
    });
    return () => {
      current = false;
    };
  }, [compiler, flow]);
  return rendering;
}
