import { Group, Input, Stack } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { elementOf, lengthBoundsOf } from "../../model/fields.ts";
import { newValue } from "../../model/new-value.ts";
import { AddButton } from "../../parts/AddButton.tsx";
import { ToolButton } from "../../parts/ToolButton.tsx";
import { useDocument } from "../../workplace.tsx";
import type { ControlProps } from "../control.ts";
import classes from "../inspector.module.css";
import { useField } from "../step-form.tsx";

/** Entries in an order that matters: add, remove, move. `named`: what they belong to says already what they are. */
export function ListControl({ field: { meta, schema }, path, named, Fields }: ControlProps) {
  const { t } = useTranslation();
  const { value, error, set } = useField(path);
  const variables = useDocument((state) => state.flow.variables);
  const entries: readonly unknown[] = Array.isArray(value) ? value : [];
  const element = elementOf(schema);
  if (element === undefined) return null;
  const move = (index: number, by: 1 | -1) => {
    const moved = [...entries];
    const [entry] = moved.splice(index, 1);
    moved.splice(index + by, 0, entry);
    set(moved);
  };
  const { min, max } = lengthBoundsOf(schema);
  return (
    <Input.Wrapper
      {...(named === undefined ? { label: meta.title } : { "aria-label": named, role: "group" })}
      description={meta.help}
      error={error}
      labelElement="div"
    >
      <Stack gap="xs" mt={6}>
        {entries.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name of their own; their place is what they are known by.
          <div key={index} className={classes.entry}>
            <div className={classes.entryFields}>
              <Fields schema={element} data={entries[index]} path={[...path, index]} />
            </div>
            <Group gap={0} className={classes.entryTools}>
              <ToolButton
                size="sm"
                iconSize={14}
                label={t("stepForm.moveUp")}
                icon={IconArrowUp}
                disabled={index === 0}
                onClick={() => move(index, -1)}
              />
              <ToolButton
                size="sm"
                iconSize={14}
                label={t("stepForm.moveDown")}
                icon={IconArrowDown}
                disabled={index === entries.length - 1}
                onClick={() => move(index, 1)}
              />
              <ToolButton
                size="sm"
                iconSize={14}
                label={t("stepForm.removeEntry")}
                icon={IconX}
                disabled={entries.length <= min}
                onClick={() => set(entries.toSpliced(index, 1))}
              />
            </Group>
          </div>
        ))}
        <AddButton
          disabled={entries.length >= max}
          onClick={() => set([...entries, newValue(element, { siblings: entries, variables })])}
        >
          {t("stepForm.addEntry")}
        </AddButton>
      </Stack>
    </Input.Wrapper>
  );
}
