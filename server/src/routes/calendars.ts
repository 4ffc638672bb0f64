import { calendarSchema } from "@ozflow/compiler";
import { z } from "zod";
import { json, untold } from "../api/answer.ts";
import { jsonBody } from "../api/body.ts";
import { type Routes, route } from "../api/route.ts";
import { time } from "../api/shapes.ts";
import { addCalendar, changeCalendar, deleteCalendar, listCalendars } from "../use-cases/resources/calendars.ts";

const written = z.strictObject({ name: z.string().trim().min(1).max(120), calendar: calendarSchema });
const version = z.int().min(1);
const calendar = written
  .extend({ id: z.string(), version, updatedAt: time })
  .meta({ id: "Calendar", description: "Hours of a week, special days and a time zone" });
const user = z.strictObject({ id: z.string(), name: z.string() });

/** `/api/calendars`: when somebody is there. Shared by flows; a change holds for the next call. */
export const calendarRoutes = {
  listCalendars: route({
    method: "GET",
    path: "/calendars",
    role: "viewer",
    summary: "Calendars by name, each with the flows that ask it",
    answer: json(z.strictObject({ calendars: z.array(calendar.safeExtend({ usedBy: z.array(user) })) })),
    run: async (deps) => ({ calendars: await listCalendars(deps) }),
  }),
  addCalendar: route({
    method: "POST",
    path: "/calendars",
    role: "editor",
    summary: "Keep a calendar under a name",
    body: jsonBody(written),
    answer: json(calendar, 201),
    audit: { action: "calendar-changed", subject: ({ body: { name } }) => ({ name }) },
    run: (deps, { body }) => addCalendar(deps, body),
  }),
  changeCalendar: route({
    method: "PUT",
    path: "/calendars/:id",
    role: "editor",
    summary: "Change a calendar; it holds for every call that begins from now on",
    body: jsonBody(written.extend({ version })),
    answer: json(calendar),
    refusals: ["not-found", "conflict"],
    audit: { action: "calendar-changed", subject: ({ body: { name } }) => ({ name }) },
    run: (deps, { params, body }) => changeCalendar(deps, { id: params.id, ...body }),
  }),
  deleteCalendar: route({
    method: "DELETE",
    path: "/calendars/:id",
    role: "editor",
    summary: "Delete a calendar that no flow asks",
    answer: untold,
    refusals: ["not-found", "in-use"],
    audit: { action: "calendar-deleted", subject: (_asked, name) => ({ name }) },
    run: (deps, { params }) => deleteCalendar(deps, params.id),
  }),
} satisfies Routes;
