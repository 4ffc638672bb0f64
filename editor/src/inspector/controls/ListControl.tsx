import { ActionIcon, Group, Input, Stack, Tooltip } from "@mantine/core";
import { IconArrowDown, IconArrowUp, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { elementOf, lengthBoundsOf } from "../../model/fields.ts";
import { newValue } from "../../model/new-value.ts";
import { AddButton } from "../../parts/AddButton.tsx";
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
              <Tool label={t("stepForm.moveUp")} icon={IconArrowUp} off={index === 0} run={() => move(index, -1)} />
              <Tool
                label={t("stepForm.moveDown")}
                icon={IconArrowDown}
                off={index === entries.length - 1}
                run={() => move(index, 1)}
              />
              <Tool
                label={t("stepForm.removeEntry")}
                icon={IconX}
                off={entries.length <= min}
                run={() => set(entries.toSpliced(index, 1))}
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

function Tool({
  label,
  icon: Icon,
  off,
  run,
}: {
  readonly label: string;
  readonly icon: typeof IconX;
  readonly off: boolean;
  run(): void;
}) {
  return (
    <Tooltip label={label}>
      <ActionIcon size="sm" aria-label={label} disabled={off} onClick={run}>
        <Icon size={14} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}
