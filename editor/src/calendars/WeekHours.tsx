import { ActionIcon, Menu } from "@mantine/core";
import { type Hours, type Weekday, weekdays } from "@ozflow/compiler";
import { IconDots } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import classes from "./calendars.module.css";
import { HoursField } from "./HoursField.tsx";
import { HoursTrack } from "./HoursTrack.tsx";
import { readHours, writeHours } from "./hours-text.ts";

type Week = Readonly<Record<Weekday, string>>;

interface Props {
  readonly week: Week;
  readonly readOnly: boolean;
  onChange(week: Week): void;
}

const workingDays = weekdays.slice(0, 5);
const wholeDay = "00:00–24:00";
const marks = [0, 6, 12, 18, 24];

/** The hours of every day of the week, to be written or drawn. */
export function WeekHours({ week, readOnly, onChange }: Props) {
  const { t } = useTranslation();
  const set = (days: readonly Weekday[], text: string) =>
    onChange({ ...week, ...Object.fromEntries(days.map((day) => [day, text])) });
  return (
    <div className={classes.week}>
      <div className={classes.scale} aria-hidden>
        {marks.map((hour) => (
          <span key={hour} style={{ left: `${(hour / 24) * 100}%` }}>
            {hour}
          </span>
        ))}
      </div>
      {weekdays.map((day, index) => {
        const name = t(`calendars.weekdays.${day}`);
        const choices = [
          { label: t("calendars.sameWorking"), run: () => set(workingDays, week[day]) },
          { label: t("calendars.sameAlways"), run: () => set(weekdays, week[day]) },
          { label: t("calendars.makeOpen"), run: () => set([day], wholeDay) },
          { label: t("calendars.makeClosed"), run: () => set([day], "") },
        ];
        return (
          <div key={day} className={classes.day}>
            <span className={classes.dayName}>{name}</span>
            <HoursTrack
              hours={hoursIn(week[day])}
              before={hoursIn(week[weekdays.at(index - 1) ?? day])}
              readOnly={readOnly}
              onChange={(hours) => set([day], writeHours(hours))}
            />
            <HoursField
              aria-label={t("calendars.hoursOf", { day: name })}
              placeholder={t("calendars.closed")}
              value={week[day]}
              readOnly={readOnly}
              onChange={(text) => set([day], text)}
            />
            {!readOnly && (
              <Menu position="bottom-end">
                <Menu.Target>
                  <ActionIcon variant="subtle" color="gray" aria-label={t("calendars.sameAs", { day: name })}>
                    <IconDots size={18} />
                  </ActionIcon>
                </Menu.Target>
                <Menu.Dropdown>
                  {choices.map(({ label, run }) => (
                    <Menu.Item key={label} onClick={run}>
                      {label}
                    </Menu.Item>
                  ))}
                </Menu.Dropdown>
              </Menu>
            )}
          </div>
        );
      })}
    </div>
  );
}

/** None while they cannot be read. */
function hoursIn(text: string): readonly Hours[] {
  const read = readHours(text);
  return "hours" in read ? read.hours : [];
}
