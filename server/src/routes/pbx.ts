import { z } from "zod";
import { json } from "../api/answer.ts";
import { type Routes, route } from "../api/route.ts";
import { throughPbx } from "../use-cases/calls/through-pbx.ts";
import { listExtensions, lookAtHistory, searchContacts } from "../use-cases/phone-system/look-at-pbx.ts";
import { readDirectory } from "../use-cases/phone-system/pbx-directory.ts";

const word = z.string().max(200).optional();
const historyAsked = z.object({
  page: z.coerce.number().int().min(0).default(0),
  rows: z.coerce.number().int().min(1).max(200).default(20),
  callerId: word,
  callId: word,
  source: word,
  destination: word,
  dialed: word,
  direction: word,
  state: word,
  type: word,
  from: word,
});

/** Words and times are as the phone system writes them. */
const text = z.string();
const extension = z.strictObject({ id: text, number: text, type: text, state: text });
const contact = z.strictObject({ name: text, number: text, email: text, addressBook: text });
const activeCall = z.strictObject({
  callId: text,
  source: text,
  callerId: text,
  destination: text,
  startTime: text,
  ringSeconds: z.number(),
  talkSeconds: z.number(),
  callState: text,
});
const pastCall = z.strictObject({
  callId: text,
  startTime: text,
  direction: text,
  source: text,
  destination: text,
  state: text,
  dialed: text,
  callerId: text,
  type: text,
});

/** `/api/pbx`: what the phone system knows, for people. */
export const pbxRoutes = {
  listExtensions: route({
    method: "GET",
    path: "/pbx/extensions",
    role: "viewer",
    summary: "Extensions of the phone system",
    query: z.object({ type: word }),
    answer: json(z.strictObject({ extensions: z.array(extension) })),
    refusals: ["pbx"],
    run: async (deps, { query }) => ({ extensions: await listExtensions(deps, query.type) }),
  }),
  readDirectory: route({
    method: "GET",
    path: "/pbx/directory",
    role: "viewer",
    summary:
      "What a number in a flow may be: extensions, numbers and e-mail addresses of contacts; null where nobody knows",
    answer: json(
      z.strictObject({
        directory: z.strictObject({ extensions: z.array(text), contacts: z.array(text) }).nullable(),
      }),
    ),
    run: async (deps) => ({ directory: (await readDirectory(deps)) ?? null }),
  }),
  searchContacts: route({
    method: "GET",
    path: "/pbx/contacts",
    role: "viewer",
    summary: "Contacts of all address books with this in their name, number or e-mail address",
    query: z.object({ search: z.string().max(200).default("") }),
    answer: json(z.strictObject({ contacts: z.array(contact) })),
    refusals: ["pbx"],
    run: async (deps, { query }) => ({ contacts: await searchContacts(deps, query.search) }),
  }),
  lookAtHistory: route({
    method: "GET",
    path: "/pbx/history",
    role: "viewer",
    summary: "Calls that the phone system remembers, page by page from 0",
    query: historyAsked,
    answer: json(z.strictObject({ calls: z.array(pastCall), total: z.int(), page: z.int(), rows: z.int() })),
    refusals: ["pbx"],
    async run(deps, { query: { page, rows, ...filter } }) {
      const { rows: calls, total } = await lookAtHistory(deps, filter, { page, rows });
      return { calls, total, page, rows };
    },
  }),
  listActiveCalls: route({
    method: "GET",
    path: "/pbx/active-calls",
    role: "viewer",
    summary: "Calls that are on the phone system now",
    answer: json(z.strictObject({ calls: z.array(activeCall) })),
    refusals: ["pbx"],
    run: async ({ pbx }) => ({ calls: await throughPbx(() => pbx.listActiveCalls()) }),
  }),
} satisfies Routes;
