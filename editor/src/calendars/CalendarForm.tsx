import { Alert, Button, Group, Select, Stack, Text, TextInput, Title } from "@mantine/core";
import { type FormEvent, type ReactNode, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { StoredCalendar } from "../api/calendars.ts";
import { AskCalendar } from "./AskCalendar.tsx";
import { calendarOf } from "./calendar-draft.ts";
import classes from "./calendars.module.css";
import { SpecialDays } from "./SpecialDays.tsx";
import { useCalendarDraft } from "./use-calendar-draft.ts";
import { WeekHours } from "./WeekHours.tsx";

interface Props {
  /** None: a new one. */
  readonly calendar: StoredCalendar | undefined;
  readonly readOnly: boolean;
  onSaved(calendar: StoredCalendar): void;
  /** Reads the calendar again, when somebody else has changed it. */
  reload(): Promise<void>;
  /** What else is said of it, at the side. */
  readonly children?: ReactNode;
}

/** A calendar to be written: its week, its special days, and what it says at a time. */
export function CalendarForm({ calendar: stored, readOnly, onSaved, reload, children }: Props) {
  const { t } = useTranslation();
  const { draft, isChanged, isSaving, refusal, change, discard, save } = useCalendarDraft(stored);
  const zones = useMemo(() => ["UTC", ...Intl.supportedValuesOf("timeZone").filter((zone) => zone !== "UTC")], []);
  const calendar = calendarOf(draft);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    void save().then((saved) => saved !== undefined && onSaved(saved));
  };
  const takeTheirs = () => {
    discard();
    void reload();
  };
  return (
    <form onSubmit={submit} className={classes.form} autoComplete="off">
      <Stack gap="lg" miw={0}>
        <section className={classes.panel}>
          <Group grow align="flex-start">
            <TextInput
              label={t("calendars.name")}
              placeholder={t("calendars.namePlaceholder")}
              required
              withAsterisk={false}
              maxLength={120}
              value={draft.name}
              readOnly={readOnly}
              onChange={(event) => change({ name: event.currentTarget.value })}
            />
            <Select
              label={t("calendars.timeZone")}
              description={t("calendars.timeZoneHelp")}
              inputWrapperOrder={["label", "input", "description"]}
              searchable
              limit={80}
              allowDeselect={false}
              data={zones.includes(draft.timeZone) ? zones : [draft.timeZone, ...zones]}
              value={draft.timeZone}
              readOnly={readOnly}
              onChange={(timeZone) => timeZone !== null && change({ timeZone })}
            />
          </Group>
        </section>
        <section className={classes.panel} aria-label={t("calendars.week")}>
          <Title order={2} size="h3">
            {t("calendars.week")}
          </Title>
          {!readOnly && (
            <Text size="xs" c="dimmed" mb="sm">
              {t("calendars.weekHelp")}
            </Text>
          )}
          <WeekHours week={draft.week} readOnly={readOnly} onChange={(week) => change({ week })} />
        </section>
        <section className={classes.panel} aria-label={t("calendars.days")}>
          <Title order={2} size="h3">
            {t("calendars.days")}
          </Title>
          <Text size="xs" c="dimmed" mb="sm">
            {t("calendars.daysHelp")}
          </Text>
          <SpecialDays days={draft.days} readOnly={readOnly} onChange={(days) => change({ days })} />
        </section>
      </Stack>
      <Stack gap="lg" className={classes.side}>
        {!readOnly && (
          <Stack gap="xs">
            {refusal !== undefined && (
              <Alert color="red" role="alert">
                <Text size="sm">{refusal.sentence}</Text>
                {refusal.isConflict && (
                  <Button variant="default" size="xs" mt="xs" onClick={takeTheirs}>
                    {t("calendars.takeTheirs")}
                  </Button>
                )}
              </Alert>
            )}
            <Button type="submit" loading={isSaving} disabled={!isChanged}>
              {t("calendars.save")}
            </Button>
            {isChanged && (
              <Button variant="subtle" color="gray" onClick={discard}>
                {t("calendars.discard")}
              </Button>
            )}
          </Stack>
        )}
        <section className={classes.panel}>
          {calendar === undefined ? (
            <Text size="sm" c="dimmed">
              {t("calendars.unreadable")}
            </Text>
          ) : (
            <AskCalendar calendar={calendar} />
          )}
        </section>
        {children}
      </Stack>
    </form>
  );
}
