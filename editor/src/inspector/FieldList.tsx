import { Button, Collapse, Stack } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { z } from "zod";
import { fieldsOf } from "../model/fields.ts";
import { type Path, valueAt } from "../model/value-at.ts";
import { FieldControl } from "./FieldControl.tsx";

/** The fields of an object; the advanced ones folded under "More" until one of them holds something. */
export function FieldList({
  schema,
  data,
  path,
  named,
}: {
  readonly schema: z.ZodType;
  readonly data: unknown;
  readonly path: Path;
  /** A name for the first field, whose own title is not shown then. */
  readonly named?: string;
}) {
  const { t } = useTranslation();
  const fields = fieldsOf(schema);
  const isFolded = (key: string) => {
    const value = valueAt(data, [key]);
    return value === undefined || value === "";
  };
  const advanced = fields.filter((field) => field.meta.advanced === true);
  const [opened, { toggle }] = useDisclosure(advanced.some((field) => !isFolded(field.key)));
  return (
    <Stack gap="sm">
      {fields
        .filter((field) => field.meta.advanced !== true)
        .map((field, index) => (
          <FieldControl
            key={field.key}
            field={field}
            path={[...path, field.key]}
            {...(named === undefined || index > 0 ? {} : { named })}
          />
        ))}
      {advanced.length > 0 && (
        <div>
          <Button
            variant="transparent"
            c="dimmed"
            fw={500}
            size="compact-xs"
            px={0}
            leftSection={opened ? <IconChevronDown size={14} /> : <IconChevronRight size={14} />}
            onClick={toggle}
            aria-expanded={opened}
          >
            {t("inspector.more")}
          </Button>
          <Collapse expanded={opened}>
            <Stack gap="sm" pt="xs">
              {advanced.map((field) => (
                <FieldControl key={field.key} field={field} path={[...path, field.key]} />
              ))}
            </Stack>
          </Collapse>
        </div>
      )}
    </Stack>
  );
}
