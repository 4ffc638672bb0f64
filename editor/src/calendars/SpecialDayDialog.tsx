import { Button, Checkbox, Group, Input, SegmentedControl, Stack, TextInput } from "@mantine/core";
import type { SpecialDay } from "@ozflow/compiler";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Dialog } from "../parts/Dialog.tsx";
import { TimeField } from "../parts/TimeField.tsx";
import { HoursField } from "./HoursField.tsx";
import { readHours, writeHours } from "./hours-text.ts";

interface Props {
  /** None: a new one. */
  readonly day: SpecialDay | undefined;
  onClose(): void;
  onDone(day: SpecialDay): void;
}

/** A holiday, or a day with hours of its own. */
export function SpecialDayDialog({ day, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [name, setName] = useState(day?.name ?? "");
  const [from, setFrom] = useState(day?.from ?? "");
  const [to, setTo] = useState(day?.to ?? "");
  const [yearly, setYearly] = useState(day?.yearly ?? false);
  const [holiday, setHoliday] = useState(day?.holiday ?? true);
  const [hours, setHours] = useState(writeHours(day?.hours ?? []));
  const [isTried, setTried] = useState(false);
  const read = readHours(hours);
  const faults = {
    name: name.trim() === "",
    from: from === "",
    to: to !== "" && from !== "" && to < from,
  };
  const told = (field: keyof typeof faults) => isTried && faults[field] && t(`calendars.dayFaults.${field}`);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The dialog may stand inside of another form.
    event.stopPropagation();
    setTried(true);
    if (Object.values(faults).includes(true) || "fault" in read) return;
    const last = to === "" || to === from ? {} : { to };
    onDone({ name: name.trim(), from, ...last, yearly, holiday, hours: [...read.hours] });
  };
  return (
    <Dialog
      onClose={onClose}
      title={day === undefined ? t("calendars.addDay") : t("calendars.editDay", { name: day.name })}
    >
      <form onSubmit={submit} noValidate>
        <Stack>
          <TextInput
            label={t("calendars.dayName")}
            placeholder={t("calendars.dayNamePlaceholder")}
            value={name}
            maxLength={80}
            error={told("name")}
            data-autofocus
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group grow align="flex-start">
            <TimeField
              precision="day"
              label={t("calendars.from")}
              value={from}
              error={told("from")}
              onChange={setFrom}
            />
            <TimeField
              precision="day"
              label={t("calendars.to")}
              placeholder={t("calendars.toHelp")}
              value={to}
              error={told("to")}
              onChange={setTo}
            />
          </Group>
          <Checkbox
            label={t("calendars.yearly")}
            checked={yearly}
            onChange={(event) => setYearly(event.currentTarget.checked)}
          />
          <HoursField
            label={t("calendars.dayHours")}
            description={t("calendars.dayHoursHelp")}
            placeholder={t("calendars.closed")}
            value={hours}
            onChange={setHours}
          />
          <Input.Wrapper label={t("calendars.countsAs")} labelElement="div">
            <SegmentedControl
              fullWidth
              aria-label={t("calendars.countsAs")}
              data={[
                { value: "holiday", label: t("calendars.holiday") },
                { value: "closed", label: t("calendars.closed") },
              ]}
              value={holiday ? "holiday" : "closed"}
              onChange={(value) => setHoliday(value === "holiday")}
            />
          </Input.Wrapper>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit">{t("calendars.done")}</Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
