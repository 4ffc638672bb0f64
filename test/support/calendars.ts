import { type Calendar, weekdays } from "@ozflow/compiler";

const working = [{ from: "09:00", to: "17:00" }];

/** Monday to Friday from nine to five in Budapest, and no days that are different. */
export const office: Calendar = {
  timeZone: "Europe/Budapest",
  week: {
    monday: working,
    tuesday: working,
    wednesday: working,
    thursday: working,
    friday: working,
    saturday: [],
    sunday: [],
  },
  days: [],
};

/** The same with these special days. */
export function officeWith(...days: readonly Partial<Calendar["days"][number]>[]): Calendar {
  const plain = { name: "A day", from: "2026-12-24", yearly: false, holiday: true, hours: [] };
  return { ...office, days: days.map((day) => ({ ...plain, ...day })) };
}

/** Always open. */
export const always: Calendar = daysOf([{ from: "00:00", to: "00:00" }]);

/** Never open, and no holiday either. */
export const never: Calendar = daysOf([]);

export function daysOf(hours: Calendar["week"]["monday"]): Calendar {
  const week = Object.fromEntries(weekdays.map((day) => [day, hours])) as Calendar["week"];
  return { timeZone: "UTC", week, days: [] };
}
