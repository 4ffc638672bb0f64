import type { Calendar } from "@ozflow/compiler";

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
