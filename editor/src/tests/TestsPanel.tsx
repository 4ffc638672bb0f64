import { Alert, Button, Group, Loader, ScrollArea, Text } from "@mantine/core";
import type { Flow, FlowTest } from "@ozflow/compiler";
import { IconCircleCheck, IconDownload, IconPlayerPlay, IconPlus } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { addTexts } from "../i18n.ts";
import { tests as texts } from "../locales/tests.en.ts";
import { download } from "../parts/download.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import { sentenceOf } from "../parts/notify.tsx";
import { ToolButton } from "../parts/ToolButton.tsx";
import { fileNameOf } from "../publish/file-name.ts";
import { askTests } from "../worker/ask-tests.ts";
import type { TestResult } from "../worker/tests-protocol.ts";
import { useDocument, useEditor, useWorkplace } from "../workplace.tsx";
import { TestForm } from "./TestForm.tsx";
import { DraftRow, TestRow } from "./TestRow.tsx";
import classes from "./tests.module.css";
import { testsOf } from "./tests-store.ts";

addTexts({ tests: texts });

/** Milliseconds without a change of the drawing, until the tests are played again. */
const quietMs = 600;

const play = (flow: Flow, tests: readonly FlowTest[]) => askTests({ ask: "run", flow, tests });

/** The tests of the flow, played against what is drawn whenever that changes; beside them the one that is being written. */
export default function TestsPanel() {
  const { t } = useTranslation();
  const { editor, may } = useWorkplace();
  const store = testsOf(editor);
  const flow = useDocument((state) => state.flow);
  const { kept, results, isRunning, drafts, open } = useStore(store);
  const [fault, setFault] = useState<string>();
  useEffect(() => {
    store.read().catch((error: unknown) => setFault(sentenceOf(error)));
  }, [store]);
  useEffect(() => {
    if (kept === undefined || kept.tests.tests.length === 0) return;
    const timer = setTimeout(() => void store.run(flow, play), quietMs);
    return () => clearTimeout(timer);
  }, [store, flow, kept]);

  if (fault !== undefined)
    return (
      <Alert color="red" m="md">
        {fault}
      </Alert>
    );
  if (kept === undefined) return <Loader type="dots" m="lg" />;
  const { tests } = kept.tests;
  if (tests.length + drafts.length === 0) return <NoTests />;
  const shown = drafts.find(({ id }) => id === open);
  return (
    <div className={classes.panel}>
      <div className={classes.side} data-beside={shown !== undefined || undefined}>
        <Group className={classes.head} gap="xs" wrap="nowrap">
          <Summary results={results} isRunning={isRunning} count={tests.length} />
          {tests.length > 0 && (
            <>
              <Button
                size="compact-sm"
                variant="default"
                leftSection={<IconPlayerPlay size={14} />}
                onClick={() => void store.run(flow, play)}
              >
                {t("tests.run")}
              </Button>
              <ToolButton
                label={t("tests.download")}
                icon={IconDownload}
                variant="default"
                onClick={() => downloadTests(flow.name, kept.tests)}
              />
            </>
          )}
          {may("saveFlowTests") && (
            <ToolButton label={t("tests.new")} icon={IconPlus} variant="default" onClick={() => store.write()} />
          )}
        </Group>
        <ScrollArea className={classes.rows} type="hover">
          <ul className={classes.list} aria-label={t("tests.title")}>
            {tests.map((test) => (
              <TestRow
                key={test.name}
                test={test}
                result={results?.get(test.name)}
                draft={drafts.find(({ of }) => of === test.name)}
                isBeside={shown !== undefined}
              />
            ))}
            {drafts.map((draft) =>
              tests.some(({ name }) => name === draft.of) ? null : <DraftRow key={draft.id} draft={draft} />,
            )}
          </ul>
        </ScrollArea>
      </div>
      {shown !== undefined && <TestForm key={shown.id} draft={shown} />}
    </div>
  );
}

function downloadTests(name: string, tests: object): void {
  const text = `${JSON.stringify(tests, null, 2)}\n`;
  download(`${fileNameOf(name)}.test.json`, new Blob([text], { type: "application/json" }));
}

function NoTests() {
  const { t } = useTranslation();
  const { may } = useWorkplace();
  const editor = useEditor();
  return (
    <EmptyState
      icon={<IconCircleCheck size={24} stroke={1.75} />}
      title={t("tests.emptyTitle")}
      text={t("tests.emptyText")}
    >
      <Group gap="xs">
        <Button size="xs" variant="light" onClick={() => editor.view.setState({ panel: "phone" })}>
          {t("tests.toPhone")}
        </Button>
        {may("saveFlowTests") && (
          <Button size="xs" variant="default" onClick={() => testsOf(editor).write()}>
            {t("tests.new")}
          </Button>
        )}
      </Group>
    </EmptyState>
  );
}

function Summary({
  results,
  isRunning,
  count,
}: {
  readonly results: ReadonlyMap<string, TestResult> | undefined;
  readonly isRunning: boolean;
  readonly count: number;
}) {
  const { t } = useTranslation();
  const all = [...(results?.values() ?? [])];
  const failed = all.filter(({ failures }) => failures.length > 0).length;
  const isFaulty = results === undefined && !isRunning && count > 0;
  return (
    <Text size="sm" flex={1} role="status" data-failed={failed > 0 || undefined}>
      {isFaulty
        ? t("tests.faulty")
        : [
            ...(all.length > failed ? [t("tests.passed", { count: all.length - failed })] : []),
            ...(failed > 0 ? [t("tests.failed", { count: failed })] : []),
          ].join(", ")}
    </Text>
  );
}
