import { ActionIcon, Badge, Button, Menu, TextInput, Tooltip, VisuallyHidden } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import {
  IconAlertTriangle,
  IconArrowLeft,
  IconCircleCheck,
  IconDeviceLandlinePhone,
  IconDots,
  IconFileCode,
  IconListDetails,
  IconRocket,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import type { ActionId } from "../commands/action.ts";
import { findAction, isOffered, runAction } from "../commands/actions.ts";
import { maxLabelLength, renameFlow } from "../model/changes/index.ts";
import { ActionPicture } from "../parts/ActionPicture.tsx";
import { ThemeSwitch } from "../parts/AppHeader.tsx";
import { Shortcut } from "../parts/Shortcut.tsx";
import { countBySeverity } from "../publish/use-publishing.ts";
import { useDocument, useEditor, useFindings, useView, useWorkplace } from "../workplace.tsx";
import classes from "./editor.module.css";
import { HistoryMenu } from "./HistoryMenu.tsx";
import { SaveState } from "./SaveState.tsx";

const folded: readonly ActionId[] = [
  "versions",
  "prompts",
  "start-call",
  "address",
  "guard",
  "variables",
  "export-zip",
  "export-json",
  "commands",
];

export function TopBar() {
  const { t } = useTranslation();
  const workplace = useWorkplace();
  const { editor } = workplace;
  const { may } = workplace;
  const panel = useView((state) => state.panel);
  const run = (id: ActionId) => () => runAction(findAction(id), workplace);
  return (
    <header className={classes.bar} data-region="bar" tabIndex={-1}>
      <Tooltip label={t("editor.back")}>
        <ActionIcon component={Link} href="/" size="lg" aria-label={t("editor.back")}>
          <IconArrowLeft size={18} stroke={1.75} />
        </ActionIcon>
      </Tooltip>
      <FlowName />
      {editor.canDraw ? (
        <>
          <SaveState />
          <span className={classes.divider} />
          <HistoryButtons />
        </>
      ) : (
        <Badge variant="light" color="gray">
          {t("editor.lookOnly")}
        </Badge>
      )}
      <div className={classes.barEnd}>
        <ProblemsButton onClick={run("problems")} />
        <Button
          variant={panel === "preview" ? "light" : "subtle"}
          color={panel === "preview" ? "harbour" : "gray"}
          className={classes.barButton}
          leftSection={<IconFileCode size={17} stroke={1.75} />}
          onClick={run("preview")}
        >
          {t("panels.preview")}
        </Button>
        <Button
          variant={panel === "phone" ? "light" : "default"}
          leftSection={<IconDeviceLandlinePhone size={17} stroke={1.75} />}
          onClick={run("phone")}
        >
          {t("actions.phone")}
        </Button>
        {may("publishFlow") && (
          <Button leftSection={<IconRocket size={17} stroke={1.75} />} onClick={run("publish")}>
            {t("actions.publish")}
          </Button>
        )}
        <Overflow flowId={editor.flowId} />
        <ThemeSwitch />
      </div>
    </header>
  );
}

function FlowName() {
  const { t } = useTranslation();
  const { document, canDraw } = useEditor();
  const name = useDocument((state) => state.flow.name);
  const [typed, setTyped] = useState<string>();
  useDocumentTitle(t("pageTitle", { page: name }));
  return (
    <>
      <VisuallyHidden component="h1">{name}</VisuallyHidden>
      <TextInput
        className={classes.name}
        variant="unstyled"
        aria-label={t("settings.name")}
        value={typed ?? name}
        readOnly={!canDraw}
        maxLength={maxLabelLength}
        onChange={({ currentTarget: { value } }) => {
          setTyped(value);
          document.commit(renameFlow(value.trim()));
        }}
        onBlur={() => {
          setTyped(undefined);
          document.seal();
        }}
        onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
      />
    </>
  );
}

function HistoryButtons() {
  const { t } = useTranslation();
  const workplace = useWorkplace();
  const lastDone = useDocument((state) => state.past.at(-1)?.name);
  const lastUndone = useDocument((state) => state.future.at(-1)?.name);
  const hasSteps = useDocument((state) => state.flow.steps.length > 0);
  const buttons = [
    { id: "undo", on: lastDone !== undefined, what: lastDone },
    { id: "redo", on: lastUndone !== undefined, what: lastUndone },
    { id: "arrange", on: hasSteps, what: undefined },
  ] as const;
  return (
    <>
      {buttons.map(({ id, on, what }) => {
        const title = what === undefined ? t(`actions.${id}`) : `${t(`actions.${id}`)}: ${t(`changes.${what}`)}`;
        return (
          <Tooltip key={id} label={title}>
            <ActionIcon
              size="lg"
              aria-label={t(`actions.${id}`)}
              disabled={!on}
              onClick={() => runAction(findAction(id), workplace)}
            >
              <ActionPicture action={findAction(id)} size={18} />
            </ActionIcon>
          </Tooltip>
        );
      })}
      <HistoryMenu />
    </>
  );
}

function ProblemsButton({ onClick }: { onClick(): void }) {
  const { t } = useTranslation();
  const diagnostics = useFindings((state) => state.diagnostics);
  const { errors, warnings } = countBySeverity(diagnostics);
  const checked = useFindings((found) => found.about !== undefined);
  const state = !checked ? "unknown" : errors > 0 ? "error" : warnings > 0 ? "warning" : "fine";
  return (
    <Button
      variant="subtle"
      color="gray"
      className={classes.problems}
      data-state={state}
      leftSection={
        state === "fine" || state === "unknown" ? (
          <IconCircleCheck size={17} stroke={1.75} />
        ) : (
          <IconAlertTriangle size={17} stroke={1.75} />
        )
      }
      onClick={onClick}
    >
      {state === "unknown"
        ? t("editor.checking")
        : state === "fine"
          ? t("editor.noProblems")
          : t("editor.problems", { count: diagnostics.length })}
    </Button>
  );
}

function Overflow({ flowId }: { readonly flowId: string }) {
  const { t } = useTranslation();
  const workplace = useWorkplace();
  const [, navigate] = useLocation();
  const offered = folded.map(findAction).filter((action) => isOffered(action, workplace));
  return (
    <Menu position="bottom-end" width={240}>
      <Menu.Target>
        <Tooltip label={t("editor.more")}>
          <ActionIcon size="lg" aria-label={t("editor.more")}>
            <IconDots size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {offered.map((action) => (
          <Menu.Item
            key={action.id}
            leftSection={<ActionPicture action={action} />}
            rightSection={<Shortcut keys={action.shortcuts[0]} />}
            onClick={() => runAction(action, workplace)}
          >
            {t(`actions.${action.id}`)}
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item
          leftSection={<IconListDetails size={16} stroke={1.75} />}
          onClick={() => navigate(`/calls?flow=${flowId}`)}
        >
          {t("editor.calls")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
