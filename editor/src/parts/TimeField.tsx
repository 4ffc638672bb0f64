import { ActionIcon, Loader, Popover, TextInput, type TextInputProps } from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCalendar } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { addTexts } from "../i18n.ts";
import { timeField as texts } from "../locales/time-field.en.ts";
import { type Precision, readTime, writeTime } from "./written-time.ts";

addTexts({ timeField: texts });

/** The calendar comes when somebody opens it. */
const DayPicker = lazy(() => import("./DayPicker.tsx"));

interface Props extends Omit<TextInputProps, "label" | "value" | "onChange" | "rightSection"> {
  readonly label: string;
  readonly precision: Precision;
  /** By the clock on the wall: "2026-12-24", "2026-12-24T18:00", "2026-12-24T18:00:00"; "" for none. */
  readonly value: string;
  /** Emptied, it tells "". */
  onChange(value: string): void;
}

/** A day or a time that is written, or picked in a calendar. What cannot be read is what it was when the field is left. */
export function TimeField({ label, precision, value, onChange, ...input }: Props) {
  const { t, i18n } = useTranslation();
  const [draft, setDraft] = useState<string>();
  const [isOpen, { toggle, close }] = useDisclosure();
  const write = (local: string) => writeTime(local, precision, i18n.language);
  const type = (text: string) => {
    setDraft(text);
    const read = text.trim() === "" ? "" : readTime(text, precision, i18n.language);
    if (read !== undefined) onChange(read);
  };
  const pick = (day: string) => {
    const noon = precision === "second" ? "T12:00:00" : "T12:00";
    onChange(precision === "day" ? day : day + (value === "" ? noon : value.slice(day.length)));
    close();
  };
  const calendar = (
    <Popover opened={isOpen} onDismiss={close} position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon
          aria-label={t("timeField.pick", { field: label })}
          disabled={input.disabled === true}
          onClick={toggle}
        >
          <IconCalendar size={16} stroke={1.75} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense fallback={<Loader size="sm" />}>
          <DayPicker day={value.slice(0, "2026-12-24".length)} onPick={pick} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
  return (
    <TextInput
      label={label}
      placeholder={t("timeField.such", { time: write("2026-12-24T18:00:00") })}
      autoComplete="off"
      {...input}
      value={draft ?? write(value)}
      onChange={(event) => type(event.currentTarget.value)}
      onBlur={() => setDraft(undefined)}
      rightSection={calendar}
    />
  );
}
