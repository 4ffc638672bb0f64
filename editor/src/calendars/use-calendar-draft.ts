import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { calendarsApi, type StoredCalendar } from "../api/calendars.ts";
import { ApiFault } from "../api/client.ts";
import { sentenceOf, tell } from "../parts/notify.tsx";
import { type CalendarDraft, calendarOf, draftOf, newDraft } from "./calendar-draft.ts";
import { readCalendars } from "./calendar-library.ts";

interface Kept {
  readonly draft: CalendarDraft;
  /** The version it changes. */
  readonly version: number;
}

/** What was written and not saved, by the calendar's id: who looks at another page meanwhile finds it again. */
const keptDrafts = new Map<string, Kept>();

const newId = "new";

export interface DraftedCalendar {
  readonly draft: CalendarDraft;
  readonly isChanged: boolean;
  readonly isSaving: boolean;
  /** Why it was not saved. `isConflict`: somebody else has changed it. */
  readonly refusal: { readonly sentence: string; readonly isConflict: boolean } | undefined;
  change(part: Partial<CalendarDraft>): void;
  discard(): void;
  /** The calendar as it is stored then; undefined when it was refused, or cannot be read. */
  save(): Promise<StoredCalendar | undefined>;
}

/** A calendar that is being written. `stored`: the one that is changed; none makes a new one. */
export function useCalendarDraft(stored: StoredCalendar | undefined): DraftedCalendar {
  const { t } = useTranslation();
  const id = stored?.id ?? newId;
  const [kept, setKept] = useState<Kept | undefined>(() => keptDrafts.get(id));
  const [fresh] = useState(newDraft);
  const [isSaving, setSaving] = useState(false);
  const [refusal, setRefusal] = useState<DraftedCalendar["refusal"]>();
  const asStored = stored === undefined ? fresh : draftOf(stored);
  const draft = kept?.draft ?? asStored;
  const keep = (next: Kept | undefined) => {
    if (next === undefined) keptDrafts.delete(id);
    else keptDrafts.set(id, next);
    setKept(next);
  };
  useLeaveGuard(kept !== undefined);
  return {
    draft,
    isChanged: kept !== undefined,
    isSaving,
    refusal,
    change: (part) => keep({ draft: { ...draft, ...part }, version: kept?.version ?? stored?.version ?? 0 }),
    discard() {
      keep(undefined);
      setRefusal(undefined);
    },
    async save() {
      const calendar = calendarOf(draft);
      if (calendar === undefined) {
        setRefusal({ sentence: t("calendars.unreadable"), isConflict: false });
        return undefined;
      }
      const written = { name: draft.name.trim(), calendar };
      setSaving(true);
      try {
        const saved = await (stored === undefined
          ? calendarsApi.add(written)
          : calendarsApi.change(stored.id, kept?.version ?? stored.version, written));
        await readCalendars();
        keep(undefined);
        setRefusal(undefined);
        tell(t("calendars.saved", { name: saved.name }));
        return saved;
      } catch (error) {
        const isConflict = error instanceof ApiFault && error.code === "conflict";
        setRefusal({ sentence: sentenceOf(error), isConflict });
        return undefined;
      } finally {
        setSaving(false);
      }
    },
  };
}

/** Asks before a tab is closed with something that is not saved. */
function useLeaveGuard(isOn: boolean): void {
  useEffect(() => {
    if (!isOn) return;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [isOn]);
}
