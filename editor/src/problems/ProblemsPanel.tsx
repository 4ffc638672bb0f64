import { ScrollArea, Text, UnstyledButton } from "@mantine/core";
import type { Diagnostic } from "@ozflow/compiler";
import { IconAlertTriangleFilled, IconCircleCheck, IconCircleXFilled } from "@tabler/icons-react";
import { useReactFlow } from "@xyflow/react";
import { useTranslation } from "react-i18next";
import { showSteps } from "../canvas/show-steps.ts";
import { say } from "../model/say.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import { useDocument, useEditor, useFindings } from "../workplace.tsx";
import { FixButton } from "./FixButton.tsx";
import classes from "./problems.module.css";

/** What callers would run into, worst first. A click goes to the step and the field. */
export default function ProblemsPanel() {
  const { t } = useTranslation();
  const diagnostics = useFindings((state) => state.diagnostics);
  const hasSteps = useDocument((state) => state.flow.steps.length > 0);
  if (diagnostics.length === 0) {
    return (
      <EmptyState
        icon={<IconCircleCheck size={24} stroke={1.75} />}
        title={t("problems.none")}
        text={hasSteps ? t("problems.noneText") : t("problems.noStepsText")}
      />
    );
  }
  return (
    <ScrollArea h="100%" type="hover">
      <ul className={classes.list} aria-label={t("problems.title")}>
        {diagnostics.map((one) => (
          <ProblemRow key={`${one.code} ${one.step} ${one.port} ${one.path?.join(".")} ${one.message}`} problem={one} />
        ))}
      </ul>
    </ScrollArea>
  );
}

function ProblemRow({ problem }: { readonly problem: Diagnostic }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const reactFlow = useReactFlow();
  const label = useDocument((state) => {
    const step = state.flow.steps.find((one) => one.id === problem.step);
    return step === undefined ? undefined : step.label || step.id;
  });
  const go = () => {
    if (problem.step === undefined) return editor.view.selectSteps([]);
    editor.view.showField({ step: problem.step, path: problem.path ?? [] });
    showSteps(reactFlow, editor, new Set([problem.step]));
  };
  const Icon = problem.severity === "error" ? IconCircleXFilled : IconAlertTriangleFilled;
  return (
    <li className={classes.row}>
      <UnstyledButton className={classes.problem} onClick={go}>
        <span
          className={classes.icon}
          data-severity={problem.severity}
          role="img"
          aria-label={t(`problems.${problem.severity}`)}
        >
          <Icon size={17} />
        </span>
        <Text size="sm" flex={1}>
          {say(problem)}
        </Text>
        <Text size="xs" c="dimmed" className={classes.where}>
          {label ?? t("problems.flow")}
        </Text>
      </UnstyledButton>
      {problem.fix !== undefined && <FixButton fix={problem.fix} size="compact-xs" />}
    </li>
  );
}
