import { ActionIcon, Button, Group, Input, Stack, Tooltip } from "@mantine/core";
import { fieldMeta } from "@ozflow/compiler";
import { IconArrowDown, IconArrowUp, IconPlus, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { elementOf, lengthBoundsOf } from "../../model/fields.ts";
import { newValue } from "../../model/new-value.ts";
import type { Path } from "../../model/value-at.ts";
import { useDocument } from "../../workplace.tsx";
import { type ControlProps, FieldControl } from "../FieldControl.tsx";
import { FieldList } from "../FieldList.tsx";
import classes from "../inspector.module.css";
import { useField } from "../step-form.tsx";

/** Entries in an order that matters: add, remove, move. */
export function ListControl({ field: { meta, schema }, path }: ControlProps) {
  const { t } = useTranslation();
  const { value, error, set } = useField(path, meta.title);
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
    <Input.Wrapper label={meta.title} description={meta.help} error={error} labelElement="div">
      <Stack gap="xs" mt={6}>
        {entries.map((_, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no name of their own; their place is what they are known by.
          <div key={index} className={classes.entry}>
            <div className={classes.entryFields}>
              <Entry element={element} data={entries[index]} path={[...path, index]} />
            </div>
            <Group gap={0} className={classes.entryTools}>
              <Tool label={t("inspector.moveUp")} icon={IconArrowUp} off={index === 0} run={() => move(index, -1)} />
              <Tool
                label={t("inspector.moveDown")}
                icon={IconArrowDown}
                off={index === entries.length - 1}
                run={() => move(index, 1)}
              />
              <Tool
                label={t("inspector.removeEntry")}
                icon={IconX}
                off={entries.length <= min}
                run={() => set(entries.toSpliced(index, 1))}
              />
            </Group>
          </div>
        ))}
        <Button
          variant="default"
          size="xs"
          leftSection={<IconPlus size={14} />}
          disabled={entries.length >= max}
          onClick={() => set([...entries, newValue(element, { siblings: entries, variables })])}
        >
          {t("inspector.addEntry")}
        </Button>
      </Stack>
    </Input.Wrapper>
  );
}

function Entry({ element, data, path }: { readonly element: z.ZodType; readonly data: unknown; readonly path: Path }) {
  const meta = fieldMeta(element);
  if (meta === undefined) return <FieldList schema={element} data={data} path={path} />;
  return <FieldControl field={{ key: String(path.at(-1)), schema: element, meta, optional: false }} path={path} />;
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
