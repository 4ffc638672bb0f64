import { ActionIcon, Badge, Button, Group, Table, Text } from "@mantine/core";
import type { SpecialDay } from "@ozflow/compiler";
import { IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { withDay } from "./calendar-draft.ts";
import { dayText } from "./day-text.ts";
import { writeHours } from "./hours-text.ts";
import { SpecialDayDialog } from "./SpecialDayDialog.tsx";

interface Props {
  readonly days: readonly SpecialDay[];
  readonly readOnly: boolean;
  onChange(days: readonly SpecialDay[]): void;
}

/** Holidays, and days with hours of their own. */
export function SpecialDays({ days, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  /** Which one is being changed; -1: a new one. */
  const [open, setOpen] = useState<number>();
  return (
    <>
      {days.length === 0 && (
        <Text size="sm" c="dimmed">
          {t("calendars.noDays")}
        </Text>
      )}
      {days.length > 0 && (
        <Table verticalSpacing={6} horizontalSpacing="xs" aria-label={t("calendars.days")}>
          <Table.Tbody>
            {days.map((day, index) => (
              <Table.Tr key={`${day.from} ${day.name}`}>
                <Table.Td fw={600} pl={0} style={{ overflowWrap: "anywhere" }}>
                  {day.name}
                </Table.Td>
                <Table.Td>{dayText(day, t)}</Table.Td>
                <Table.Td>
                  <Group gap={6}>
                    {day.hours.length > 0 && <Text size="sm">{writeHours(day.hours)}</Text>}
                    <Badge variant="light" color={day.holiday ? "harbour" : "gray"}>
                      {t(day.holiday ? "calendars.holiday" : "calendars.closed")}
                    </Badge>
                  </Group>
                </Table.Td>
                <Table.Td>
                  {!readOnly && (
                    <Group gap={2} justify="flex-end" wrap="nowrap">
                      <ActionIcon
                        aria-label={t("calendars.editDay", { name: day.name })}
                        onClick={() => setOpen(index)}
                      >
                        <IconPencil size={16} stroke={1.75} />
                      </ActionIcon>
                      <ActionIcon
                        aria-label={t("calendars.removeDay", { name: day.name })}
                        onClick={() => onChange(days.filter((_, other) => other !== index))}
                      >
                        <IconTrash size={16} stroke={1.75} />
                      </ActionIcon>
                    </Group>
                  )}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {!readOnly && (
        <Button variant="default" size="xs" mt="sm" leftSection={<IconPlus size={14} />} onClick={() => setOpen(-1)}>
          {t("calendars.addDay")}
        </Button>
      )}
      {open !== undefined && (
        <SpecialDayDialog
          day={days[open]}
          onClose={() => setOpen(undefined)}
          onDone={(day) => {
            onChange(withDay(days, day, open < 0 ? undefined : open));
            setOpen(undefined);
          }}
        />
      )}
    </>
  );
}
