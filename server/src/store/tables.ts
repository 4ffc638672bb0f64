import type { ColumnType } from "kysely";
import type { CallState } from "../call-state.ts";

/**
 * The tables as the queries see them. Times are ISO 8601 texts in UTC and JSON is text, so that SQLite and PostgreSQL
 * hold the same bytes.
 */
export interface Tables {
  flows: FlowRow;
  revisions: RevisionRow;
  calls: CallRow;
  callSessions: SessionRow;
  callClaims: ClaimRow;
  /** Requests to start a call that named themselves. */
  callRequests: CallRequestRow;
  callbacks: CallbackRow;
  recordings: RecordingRow;
  httpRequests: HttpRequestRow;
  settings: { name: string; value: string };
  apiTokens: TokenRow;
  auditLog: AuditRow;
  secrets: SecretRow;
  retiredKeys: { key: string; flowId: string; validUntil: string };
  /** JSON: see `guard/guard.ts`. */
  flowGuards: { flowId: string; guard: string };
  prompts: PromptRow;
  calendars: CalendarRow;
  flowTests: FlowTestsRow;
  lookupTables: LookupTableRow;
  lookupTableVersions: { tableId: string; version: number; content: string; replacedAt: string | null };
  promptAudio: { promptId: string; audio: string };
}

export interface FlowRow {
  id: string;
  /** Names the flow in callback addresses; whoever knows it can call the flow. */
  key: string;
  name: string;
  /** The draft: a canonical flow file. */
  file: string;
  stepCount: number;
  /** Counts saves; a save names the version it changes. */
  version: number;
  updatedAt: string;
  publishedRevision: number | null;
  publishedAt: string | null;
  deletedAt: string | null;
}

export interface FlowTestsRow {
  flowId: string;
  /** What stands in NAME.test.json. */
  file: string;
  /** Counts changes. */
  version: number;
  updatedAt: string;
}

export interface RevisionRow {
  flowId: string;
  revision: number;
  file: string;
  /** The compiled program, JSON. */
  program: string;
  message: string;
  publishedAt: string;
  /** Name of the person, with the token's where it was a program; "": not known. */
  publishedBy: string;
}

export interface CallRow {
  id: string;
  flowId: string;
  flowName: string;
  revision: number;
  direction: ColumnType<"incoming" | "outgoing", "incoming" | "outgoing", never>;
  caller: string;
  dialed: string;
  state: CallState;
  startedAt: string;
  /** When something was last heard of the call. */
  heardAt: string;
  endedAt: string | null;
  reason: string | null;
  pbxCallId: string | null;
  /** The call whose script placed this one. */
  parentCallId: string | null;
  /** What the flow said of it last; null: nothing. */
  disposition: string | null;
  note: string | null;
}

export interface SessionRow {
  id: string;
  flowId: string;
  revision: number;
  /** Empty until the first callback of a call that a script may place. */
  callId: string | null;
  parentCallId: string | null;
  turn: number;
  /** Variables, JSON. */
  values: string;
  caller: string;
  dialed: string;
  /** When the call began; "" for calls from before this was kept. */
  began: string;
  seed: string;
  /** JSON: what else the call knows from its beginning on: see `known-facts.ts`. */
  known: string;
  /** The last callback and what it was answered: a repeated one gets the same. */
  lastDocument: string | null;
  lastSite: number | null;
  lastAnswer: string | null;
  updatedAt: string;
}

/** The session that a first callback began, by the id that the PBX gives the call. */
export interface ClaimRow {
  flowId: string;
  pbxCallId: string;
  sessionId: string;
  at: string;
}

export interface CallbackRow {
  callId: string;
  turn: number;
  at: string;
  document: string;
  notification: string;
  /** JSON: `[{ id, label }]`, as the steps were called in the revision. */
  path: string;
  /** JSON like `path`: where the caller comes to in the document that was served. Counts until the next callback tells. */
  ahead: string;
  /** JSON: variables that have another value now, secret ones masked. */
  changed: string;
  /** JSON: what web servers were asked, and what came of it. */
  requests: string;
}

/** A request to a web server that a callback brought about: sent once, however often the callback comes. */
export interface CallRequestRow {
  flowId: string;
  /** As `Idempotency-Key` had it. */
  key: string;
  /** SHA-256 of what was asked for. */
  content: string;
  callId: string;
  at: string;
}

export interface HttpRequestRow {
  /** Who it is of: a session; for a first callback the flow and the PBX's id of the call. */
  claim: string;
  turn: number;
  /** How many the callback made before. */
  number: number;
  /** SHA-256 of the request. */
  hash: string;
  /** `settled`: the callback was answered and stored. */
  state: "sent" | "answered" | "settled";
  sentAt: string;
  /** Whoever sent it has stored the answer by then, or is gone. */
  until: string;
  began: string;
  seed: string;
  /** JSON, of an answered one. */
  outcome: string;
}

/** What the PBX told of a recording; the file lies with the PBX. */
export interface RecordingRow {
  id: string;
  callId: string;
  /** The callback that told of it. */
  turn: number;
  at: string;
  /** As the PBX writes it. */
  url: string;
}

export interface TokenRow {
  id: string;
  /** SHA-256 of the token, which is not kept. */
  hash: string;
  name: string;
  userId: string;
  role: string;
  createdAt: string;
  /** Null: never. */
  expiresAt: string | null;
  usedAt: string | null;
}

export interface AuditRow {
  id: string;
  at: string;
  action: string;
  /** E-mail address; "" when nobody was signed in. */
  who: string;
  /** Name of the API token, when it was a program. */
  token: string | null;
  address: string;
  /** A sentence, in entries from before their values were kept; else "". */
  subject: string;
  /** JSON: see `audit.ts`; null in those from before. */
  about: string | null;
}

export interface SecretRow {
  name: string;
  /** See `secrets/seal.ts`. */
  sealed: string;
  updatedAt: string;
}

/** When somebody is there. */
export interface CalendarRow {
  id: string;
  name: string;
  /** A `Calendar` of the compiler, JSON. */
  file: string;
  /** Counts changes. */
  version: number;
  updatedAt: string;
}

/** What flows look into; its rows are in the newest of its versions. */
export interface LookupTableRow {
  id: string;
  name: string;
  /** Counts changes. */
  version: number;
  keyColumn: string;
  /** Their names, JSON. */
  columns: string;
  rowCount: number;
  updatedAt: string;
}

/** A sound of the prompt library. */
export interface PromptRow {
  id: string;
  /** Names it in its address; nobody guesses it. */
  key: string;
  name: string;
  format: "wav" | "mp3";
  /** PCM, ALAW, MULAW or MP3. */
  codec: string;
  milliseconds: number;
  channels: number;
  /** Samples a second. */
  sampleRate: number;
  bytes: number;
  /** SHA-256 of the bytes, in hexadecimal digits. */
  hash: string;
  updatedAt: string;
}
