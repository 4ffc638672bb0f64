import { TextInput, type TextInputProps } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { readHours, writeHours } from "./hours-text.ts";

type Props = Omit<TextInputProps, "value" | "onChange" | "error"> & {
  readonly value: string;
  onChange(text: string): void;
};

/** Hours of a day as text; put in order when the field is left, and what cannot be read is told then. */
export function HoursField({ value, onChange, ...rest }: Props) {
  const { t } = useTranslation();
  const [isTyping, setTyping] = useState(false);
  const read = readHours(value);
  const tidy = () => {
    setTyping(false);
    if ("hours" in read) onChange(writeHours(read.hours));
  };
  return (
    <TextInput
      {...rest}
      value={value}
      error={!isTyping && "fault" in read && t(`calendars.faults.${read.fault}`, { part: read.part })}
      onChange={(event) => onChange(event.currentTarget.value)}
      onFocus={() => setTyping(true)}
      onBlur={tidy}
      onKeyDown={(event) => {
        if (event.key !== "Enter") return;
        event.preventDefault();
        tidy();
      }}
    />
  );
}
