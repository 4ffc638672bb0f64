import { IconCalendarPlus, IconPencil } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { readCalendars, useCalendars, useReadCalendars } from "../../calendars/calendar-library.ts";
import { useMay } from "../../session.tsx";
import type { ControlProps } from "../control.ts";
import { useField } from "../step-form.tsx";
import { LibrarySelect } from "./LibrarySelect.tsx";

const CalendarDialog = lazy(() => import("../../calendars/CalendarDialog.tsx"));

/** A calendar of the server, chosen by name; one can be made or changed without leaving the flow. */
export function CalendarControl({ field: { meta }, path }: ControlProps) {
  const { t } = useTranslation();
  const { value, error, set } = useField(path);
  const may = useMay();
  useReadCalendars();
  const calendars = useCalendars();
  /** The id of the one that is open; empty: a new one. */
  const [open, setOpen] = useState<string>();
  const chosen = calendars.find((one) => one.id === value);
  const change = chosen && {
    label: t("stepForm.openCalendar", { name: chosen.name }),
    icon: IconPencil,
    run: () => setOpen(chosen.id),
  };
  const add = { label: t("stepForm.newCalendar"), icon: IconCalendarPlus, run: () => setOpen("") };
  return (
    <>
      <LibrarySelect
        meta={meta}
        value={value}
        error={error}
        entries={calendars}
        words={{ choose: t("stepForm.chooseCalendar"), none: t("stepForm.noCalendar") }}
        deeds={[...(change === undefined ? [] : [change]), ...(may("addCalendar") ? [add] : [])]}
        onChoose={set}
      />
      {open !== undefined && (
        <Suspense>
          <CalendarDialog
            calendar={calendars.find((one) => one.id === open)}
            reload={readCalendars}
            onClose={() => setOpen(undefined)}
            onSaved={(saved) => {
              if (saved.id !== value) set(saved.id);
              setOpen(undefined);
            }}
          />
        </Suspense>
      )}
    </>
  );
}
