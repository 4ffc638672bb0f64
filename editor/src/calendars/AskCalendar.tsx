import { Group, Stack, Text } from "@mantine/core";
import { type Calendar, hoursAtLocal, type LocalTime, localTime, nextChange } from "@ozflow/compiler";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { TimeField } from "../parts/TimeField.tsx";
import { whenText } from "./day-text.ts";
import { HoursBadge } from "./HoursBadge.tsx";
import { timeAt } from "./hours-text.ts";

/** What the calendar says at a time, and when it will say something else: by the compiler's own function. */
export function AskCalendar({ calendar }: { readonly calendar: Calendar }) {
  const { t } = useTranslation();
  const [asked, setAsked] = useState<string>();
  const text = asked ?? written(localTime(new Date().toISOString(), calendar.timeZone));
  const at = readLocal(text);
  const next = at && nextChange(calendar, at);
  return (
    <Stack gap="xs">
      <TimeField
        precision="minute"
        label={t("calendars.ask")}
        description={t("calendars.askAt", { place: calendar.timeZone.replaceAll("_", " ") })}
        value={text}
        onChange={setAsked}
      />
      {at !== undefined && (
        <Group gap="xs" role="status">
          <HoursBadge state={hoursAtLocal(calendar, at)} />
          <Text size="sm">
            {next === undefined ? t("calendars.always") : t(`calendars.until.${next.state}`, { when: whenText(next) })}
          </Text>
        </Group>
      )}
      <Text size="xs" c="dimmed">
        {t("calendars.askHelp")}
      </Text>
    </Stack>
  );
}

function written({ date, minutes }: LocalTime): string {
  return `${date}T${timeAt(minutes)}`;
}

/** Undefined where the field is empty. */
function readLocal(text: string): LocalTime | undefined {
  const found = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)/.exec(text);
  if (found === null) return undefined;
  const [, date = "", hour, minute] = found;
  return { date, minutes: Number(hour) * 60 + Number(minute) };
}
