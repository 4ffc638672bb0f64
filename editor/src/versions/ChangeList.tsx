import { Badge, ScrollArea, Stack, Text, UnstyledButton } from "@mantine/core";
import { describerOf, type Flow, type FlowChange } from "@ozflow/compiler";
import { useEffect, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { say } from "../model/say.ts";
import { useEditor, useView } from "../workplace.tsx";
import type { Mark } from "./drawn-together.ts";
import classes from "./versions.module.css";

interface Props {
  readonly changes: readonly FlowChange[];
  readonly before: Flow;
  readonly after: Flow;
}

/** What came, went and is otherwise, step by step; a click shows it on the drawing. */
export function ChangeList({ changes, before, after }: Props) {
  const { t } = useTranslation();
  const describe = useMemo(() => describerOf(before, after), [before, after]);
  if (changes.length === 0) {
    return (
      <Text size="sm" c="dimmed" p="md" className={classes.changeList ?? ""}>
        {t("versions.same")}
      </Text>
    );
  }
  return (
    <ScrollArea className={classes.changeList} type="hover">
      <Stack gap={6} p="md" component="ul" aria-label={t("versions.changes")}>
        {changes.map((change) => (
          <li key={keyOf(change)} className={classes.plainItem}>
            {change.of === "step" ? (
              <StepChange change={change} />
            ) : (
              <OtherChange change={change} sentences={describe(change).map(say)} />
            )}
          </li>
        ))}
      </Stack>
    </ScrollArea>
  );
}

function keyOf(change: FlowChange): string {
  return change.of === "edge" ? `edge ${change.from}/${change.port}` : `${change.of} ${change.id}`;
}

function StepChange({ change }: { readonly change: Extract<FlowChange, { of: "step" }> }) {
  const { view } = useEditor();
  const isSelected = useView((state) => state.steps.has(change.id));
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isSelected) button.current?.scrollIntoView({ block: "nearest" });
  }, [isSelected]);
  return (
    <UnstyledButton
      ref={button}
      className={classes.change}
      data-selected={isSelected || undefined}
      aria-pressed={isSelected}
      onClick={() => view.selectSteps([change.id])}
    >
      <span className={classes.changeHead}>
        <span className={classes.changeName}>{change.label === "" ? change.id : change.label}</span>
        <MarkBadge mark={change.change} />
      </span>
      {change.fields.map((field) => (
        <span key={field.path.join(".")} className={classes.field}>
          <span className={classes.place}>{say(field.place)}</span>
          {field.before !== undefined && <del className={classes.before}>{written(field.before)}</del>}
          {field.after !== undefined && <ins className={classes.after}>{written(field.after)}</ins>}
        </span>
      ))}
    </UnstyledButton>
  );
}

function OtherChange({ change, sentences }: { readonly change: FlowChange; readonly sentences: readonly string[] }) {
  const { view } = useEditor();
  // A line that went with its step is told by the step.
  if (sentences.length === 0) return null;
  return (
    <UnstyledButton
      className={classes.change}
      disabled={change.of !== "edge"}
      onClick={() => change.of === "edge" && view.selectSteps([change.from])}
    >
      <span className={classes.changeHead}>
        <span className={classes.sentence}>{sentences.join(" ")}</span>
        <MarkBadge mark={change.change} />
      </span>
    </UnstyledButton>
  );
}

const colours: Readonly<Record<Mark, string>> = { added: "harbour", removed: "red", changed: "yellow" };

function MarkBadge({ mark }: { readonly mark: Mark }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={colours[mark]} size="sm" className={classes.badge}>
      {t(`versions.marks.${mark}`)}
    </Badge>
  );
}

/** Texts as they are; anything else as the file has it. */
function written(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
