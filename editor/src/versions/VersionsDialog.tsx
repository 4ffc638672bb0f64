import { Alert, Button, Group, Loader, Select, Text } from "@mantine/core";
import { type Flow, writeFlow } from "@ozflow/compiler";
import { IconDownload, IconFileZip, IconRestore } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Revision } from "../api/versions.ts";
import { takeOver } from "../model/changes/index.ts";
import { download } from "../parts/download.ts";
import { FullScreenDialog } from "../parts/FullScreenDialog.tsx";
import { sentenceOf, tell } from "../parts/notify.tsx";
import { ExportFlow } from "../publish/ExportDialog.tsx";
import { fileNameOf } from "../publish/file-name.ts";
import { useDocument, useEditor } from "../workplace.tsx";
import { Comparison } from "./Comparison.tsx";
import { useRevisionFlows, useRevisions } from "./use-versions.ts";
import { draft, type Version, VersionList } from "./VersionList.tsx";
import classes from "./versions.module.css";

/** What was published and when, any two versions side by side, and the way back to one. */
export default function VersionsDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { flowId } = useEditor();
  const name = useDocument((state) => state.flow.name);
  const { value: revisions, error } = useRevisions(flowId);
  return (
    <FullScreenDialog onClose={onClose} title={t("versions.title", { name })}>
      {error !== undefined ? (
        <Alert color="red" m="md">
          {sentenceOf(error)}
        </Alert>
      ) : revisions === undefined ? (
        <Loader type="dots" m="lg" />
      ) : (
        <Versions revisions={revisions} onClose={onClose} />
      )}
    </FullScreenDialog>
  );
}

const nothing = "nothing";

function Versions({ revisions, onClose }: { readonly revisions: readonly Revision[]; onClose(): void }) {
  const { t } = useTranslation();
  const { flowId } = useEditor();
  const drawnNow = useDocument((state) => state.flow);
  const [shown, setShown] = useState<Version>(draft);
  /** Undefined: the one before it. */
  const [chosen, setChosen] = useState<Version | typeof nothing>();
  const before = chosen ?? versionBefore(shown, revisions);
  const wanted = useMemo(() => [shown, before].filter((one) => typeof one === "number"), [shown, before]);
  const { flows, error } = useRevisionFlows(flowId, wanted);
  const flowOf = (version: Version) => (version === draft ? drawnNow : flows.get(version));
  const after = flowOf(shown);
  const other = before === nothing ? undefined : flowOf(before);
  const isWaiting = after === undefined || (before !== nothing && other === undefined);
  const nameOf = (version: Version) =>
    version === draft ? t("versions.draft") : t("versions.revision", { revision: version });
  const others: readonly Version[] = [draft, ...revisions.map(({ revision }) => revision)];
  return (
    <div className={classes.screen}>
      <VersionList
        revisions={revisions}
        shown={shown}
        show={(version) => {
          setShown(version);
          setChosen(undefined);
        }}
      />
      <div className={classes.looked}>
        <Group className={classes.bar} gap="sm">
          <Text fw={600}>{nameOf(shown)}</Text>
          <Select
            w={230}
            aria-label={t("versions.comparedWith")}
            leftSection={<Text size="xs">{t("versions.with")}</Text>}
            leftSectionWidth={44}
            allowDeselect={false}
            data={[
              ...others.filter((one) => one !== shown).map((one) => ({ value: String(one), label: nameOf(one) })),
              { value: nothing, label: t("versions.nothing") },
            ]}
            value={String(before)}
            onChange={(value) => setChosen(value === nothing ? nothing : others.find((one) => String(one) === value))}
          />
          {after !== undefined && shown !== draft && <VersionActions revision={shown} flow={after} onClose={onClose} />}
        </Group>
        {error !== undefined && (
          <Alert color="red" m="md">
            {sentenceOf(error)}
          </Alert>
        )}
        {isWaiting ? (
          error === undefined && <Loader type="dots" m="lg" />
        ) : (
          <Comparison key={`${shown} ${before}`} before={other} after={after} />
        )}
      </div>
    </div>
  );
}

/** The draft comes after the newest revision, and the first revision after nothing. */
function versionBefore(shown: Version, revisions: readonly Revision[]): Version | typeof nothing {
  const older = revisions.filter(({ revision }) => shown === draft || revision < shown);
  return older[0]?.revision ?? nothing;
}

function VersionActions({ revision, flow, onClose }: { revision: number; readonly flow: Flow; onClose(): void }) {
  const { t } = useTranslation();
  const { document, canDraw } = useEditor();
  const [isExporting, setExporting] = useState(false);
  const restore = () => {
    document.commit(takeOver(flow, "restore"));
    tell(t("versions.restored", { revision }));
    onClose();
  };
  return (
    <Group gap="xs" ml="auto">
      <Button
        variant="default"
        leftSection={<IconDownload size={16} />}
        onClick={() =>
          download(
            `${fileNameOf(flow.name)}-${revision}.json`,
            new Blob([writeFlow(flow)], { type: "application/json" }),
          )
        }
      >
        {t("versions.json")}
      </Button>
      <Button variant="default" leftSection={<IconFileZip size={16} />} onClick={() => setExporting(true)}>
        {t("versions.ozml")}
      </Button>
      {canDraw && (
        <Button leftSection={<IconRestore size={16} />} onClick={restore}>
          {t("versions.restore")}
        </Button>
      )}
      {isExporting && <ExportFlow flow={flow} onClose={() => setExporting(false)} />}
    </Group>
  );
}
