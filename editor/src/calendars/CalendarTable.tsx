import { Group, Table, Text } from "@mantine/core";
import { hoursAt, localTime, nextChange } from "@ozflow/compiler";
import { IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { calendarsApi, type ListedCalendar } from "../api/calendars.ts";
import { confirm } from "../parts/confirm.tsx";
import { ListTable } from "../parts/ListTable.tsx";
import classes from "../parts/list.module.css";
import { tell, tellFault } from "../parts/notify.tsx";
import { ToolButton } from "../parts/ToolButton.tsx";
import { ago } from "../parts/time.ts";
import { UsedBy } from "../parts/UsedBy.tsx";
import { whenText } from "./day-text.ts";
import { HoursBadge } from "./HoursBadge.tsx";

interface Props {
  readonly calendars: readonly ListedCalendar[];
  readonly mayChange: boolean;
  reload(): Promise<void>;
}

export function CalendarTable({ calendars, mayChange, reload }: Props) {
  const { t } = useTranslation();
  const remove = async ({ id, name }: ListedCalendar) => {
    await calendarsApi.remove(id);
    tell(t("calendars.deleted", { name }));
    await reload();
  };
  const askAndRemove = (calendar: ListedCalendar) => {
    // What is in use is refused by the server, in a sentence that names the flows; nobody need be asked before.
    if (calendar.usedBy.length > 0) void remove(calendar).catch(tellFault);
    else {
      confirm({
        title: t("calendars.deleteTitle", { name: calendar.name }),
        text: t("calendars.deleteText"),
        button: t("calendars.deleteConfirm"),
        run: () => remove(calendar),
      });
    }
  };
  return (
    <ListTable
      label={t("calendars.title")}
      heads={[t("calendars.name"), t("calendars.now"), t("calendars.usedBy"), t("calendars.changed")]}
      hasActions
    >
      {calendars.map((one) => (
        <Table.Tr key={one.id}>
          <Table.Td>
            <Link href={`/calendars/${one.id}`} className={classes.name}>
              {one.name}
            </Link>
            <Text size="xs" c="dimmed">
              {one.calendar.timeZone.replaceAll("_", " ")}
            </Text>
          </Table.Td>
          <Table.Td>
            <Now calendar={one} />
          </Table.Td>
          <Table.Td maw={240}>
            <UsedBy flows={one.usedBy} none={t("calendars.unused")} />
          </Table.Td>
          <Table.Td>{ago(one.updatedAt)}</Table.Td>
          <Table.Td>
            {mayChange && (
              <Group justify="flex-end">
                <ToolButton
                  label={t("calendars.delete", { name: one.name })}
                  icon={IconTrash}
                  onClick={() => askAndRemove(one)}
                />
              </Group>
            )}
          </Table.Td>
        </Table.Tr>
      ))}
    </ListTable>
  );
}

function Now({ calendar: { calendar } }: { readonly calendar: ListedCalendar }) {
  const { t } = useTranslation();
  const now = new Date().toISOString();
  const next = nextChange(calendar, localTime(now, calendar.timeZone));
  return (
    <Group gap="xs">
      <HoursBadge state={hoursAt(calendar, now)} />
      {next !== undefined && (
        <Text size="sm" c="dimmed">
          {t(`calendars.until.${next.state}`, { when: whenText(next) })}
        </Text>
      )}
    </Group>
  );
}
