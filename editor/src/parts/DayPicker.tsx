import "@mantine/dates/styles.layer.css";
import "dayjs/locale/es";
import { DatePicker } from "@mantine/dates";
import { useTranslation } from "react-i18next";

interface Props {
  /** "2026-12-24"; "" for none. */
  readonly day: string;
  onPick(day: string): void;
}

/** A month to pick a day in. Weekends look like other days: calendars say who works when. */
export default function DayPicker({ day, onPick }: Props) {
  const { t, i18n } = useTranslation();
  const ariaLabels = {
    nextMonth: t("timeField.nextMonth"),
    previousMonth: t("timeField.previousMonth"),
    nextYear: t("timeField.nextYear"),
    previousYear: t("timeField.previousYear"),
    nextDecade: t("timeField.nextDecade"),
    previousDecade: t("timeField.previousDecade"),
  };
  return (
    <DatePicker
      locale={i18n.language}
      value={day === "" ? null : day}
      {...(day !== "" && { defaultDate: day })}
      weekendDays={[]}
      hideOutsideDates
      highlightToday
      ariaLabels={ariaLabels}
      onChange={(picked) => picked !== null && onPick(picked)}
      // Escape closes this and not the dialog around it.
      __stopPropagation
    />
  );
}
