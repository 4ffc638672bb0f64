import { flowsAndCalls } from "./0001-flows-and-calls.ts";
import { httpRequests } from "./0010-http-requests.ts";
import { calendars } from "./0011-calendars.ts";
import { callBeginnings } from "./0020-call-beginnings.ts";
import { dispositions } from "./0021-dispositions.ts";
import { callClaims } from "./0030-call-claims.ts";
import { security } from "./0040-security.ts";
import { prompts } from "./0050-prompts.ts";
import { recordings } from "./0051-recordings.ts";
import { callRequests } from "./0070-call-requests.ts";
import { lookupTables } from "./0080-lookup-tables.ts";
import { flowTests } from "./0090-flow-tests.ts";
import { revisionAuthors } from "./0095-revision-authors.ts";
import { auditValues } from "./0096-audit-values.ts";
import { disposedCalls } from "./0097-disposed-calls.ts";

/** Append-only; each runs once on a database, in the order of the names. */
export const migrations = {
  "0001-flows-and-calls": flowsAndCalls,
  "0010-http-requests": httpRequests,
  "0011-calendars": calendars,
  "0020-call-beginnings": callBeginnings,
  "0021-dispositions": dispositions,
  "0030-call-claims": callClaims,
  "0040-security": security,
  "0050-prompts": prompts,
  "0051-recordings": recordings,
  "0080-lookup-tables": lookupTables,
  "0090-flow-tests": flowTests,
  "0095-revision-authors": revisionAuthors,
  "0096-audit-values": auditValues,
  "0097-disposed-calls": disposedCalls,
  "0070-call-requests": callRequests,
};
