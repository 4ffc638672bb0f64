import { ActionIcon, Badge, Code, Group, Text, Tooltip } from "@mantine/core";
import type { FlowTest } from "@ozflow/compiler";
import { IconCircleCheck, IconCircleDashed, IconCircleX, IconPencil, IconPhone, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { say } from "../model/say.ts";
import { tellFault } from "../parts/notify.tsx";
import type { TestResult } from "../worker/tests-protocol.ts";
import { useEditor, useWorkplace } from "../workplace.tsx";
import type { TestDraft } from "./test-draft.ts";
import classes from "./tests.module.css";
import { testsOf } from "./tests-store.ts";

/** A test of the flow: what the caller does, and whether what is expected comes of it. */
export function TestRow({
  test,
  result,
  draft,
  isBeside,
}: {
  readonly test: FlowTest;
  readonly result: TestResult | undefined;
  /** What is being written in its place. */
  readonly draft: TestDraft | undefined;
  /** Beside the form there is little room. */
  readonly isBeside: boolean;
}) {
  const { t } = useTranslation();
  const { editor, may } = useWorkplace();
  const store = testsOf(editor);
  const state = result === undefined ? "waits" : result.failures.length > 0 ? "fails" : "passes";
  const Icon = { waits: IconCircleDashed, fails: IconCircleX, passes: IconCircleCheck }[state];
  return (
    <li className={classes.test}>
      <span className={classes.icon} data-state={state} role="img" aria-label={t(`tests.${state}`)}>
        <Icon size={18} stroke={1.75} />
      </span>
      <div className={classes.what}>
        <Group gap={8} wrap="nowrap">
          <Text size="sm" fw={500} truncate>
            {test.name}
          </Text>
          {draft !== undefined && <NotKept />}
          {!isBeside && <Script of={test} />}
        </Group>
        {result?.failures.map((sentence) => (
          <Text key={sentence.message} size="sm" className={classes.failure}>
            {say(sentence)}
          </Text>
        ))}
      </div>
      <Tooltip label={t("tests.play")}>
        <ActionIcon
          aria-label={`${t("tests.play")}: ${test.name}`}
          onClick={() => editor.view.setState({ panel: "phone", toPlay: test.call })}
        >
          <IconPhone size={16} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      {may("saveFlowTests") && (
        <>
          <ActionIcon aria-label={t("tests.edit", { name: test.name })} onClick={() => store.write(test, test.name)}>
            <IconPencil size={16} stroke={1.75} />
          </ActionIcon>
          {!isBeside && (
            <ActionIcon
              aria-label={t("tests.remove", { name: test.name })}
              onClick={() => store.remove(test.name).catch(tellFault)}
            >
              <IconTrash size={16} stroke={1.75} />
            </ActionIcon>
          )}
        </>
      )}
    </li>
  );
}

/** A test that is only being written so far. */
export function DraftRow({ draft }: { readonly draft: TestDraft }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const name = draft.test.name || t("tests.new");
  return (
    <li className={classes.test}>
      <span className={classes.icon} role="img" aria-label={t("tests.waits")}>
        <IconCircleDashed size={18} stroke={1.75} />
      </span>
      <Group gap={8} wrap="nowrap" className={classes.what}>
        <Text size="sm" fw={500} truncate>
          {name}
        </Text>
        <NotKept />
      </Group>
      <ActionIcon aria-label={t("tests.edit", { name })} onClick={() => testsOf(editor).show(draft.id)}>
        <IconPencil size={16} stroke={1.75} />
      </ActionIcon>
    </li>
  );
}

function NotKept() {
  const { t } = useTranslation();
  return (
    <Badge size="sm" variant="light" color="yellow" flex="none">
      {t("tests.notKept")}
    </Badge>
  );
}

function Script({ of: { call } }: { readonly of: FlowTest }) {
  const { t } = useTranslation();
  if (call.caller !== "") return <Code className={classes.script}>{call.caller}</Code>;
  return (
    <Text size="xs" c="dimmed" className={classes.script}>
      {t("tests.nothing")}
    </Text>
  );
}
