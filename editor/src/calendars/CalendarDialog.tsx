import { useTranslation } from "react-i18next";
import type { StoredCalendar } from "../api/calendars.ts";
import { addTexts } from "../i18n.ts";
import { calendars as texts } from "../locales/calendars.en.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { useMay } from "../session.tsx";
import { CalendarForm } from "./CalendarForm.tsx";

addTexts({ calendars: texts });

/** A calendar to be made or changed beside a flow. */
export default function CalendarDialog({
  calendar,
  reload,
  onClose,
  onSaved,
}: {
  readonly calendar: StoredCalendar | undefined;
  reload(): Promise<void>;
  onClose(): void;
  onSaved(calendar: StoredCalendar): void;
}) {
  const { t } = useTranslation();
  const readOnly = !useMay()("addCalendar");
  return (
    <Dialog onClose={onClose} size={1000} title={calendar?.name ?? t("calendars.add")}>
      <CalendarForm calendar={calendar} readOnly={readOnly} reload={reload} onSaved={onSaved} />
    </Dialog>
  );
}
