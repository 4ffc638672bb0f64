import { CamelCasePlugin, type Kysely } from "kysely";
import { type AuditStore, createAuditStore } from "./audit-store.ts";
import { type CalendarStore, createCalendarStore } from "./calendar-store.ts";
import { type CallRequestStore, createCallRequestStore } from "./call-request-store.ts";
import { type CallSearch, createCallSearch } from "./call-search.ts";
import { type CallStore, createCallStore } from "./call-store.ts";
import type { Engine } from "./engines/engine.ts";
import { createFlowStore, type FlowStore } from "./flow-store.ts";
import { createFlowTestStore, type FlowTestStore } from "./flow-test-store.ts";
import { createGuardStore, type GuardStore } from "./guard-store.ts";
import { createPromptStore, type PromptStore } from "./prompt-store.ts";
import { createRequestStore, type RequestStore } from "./request-store.ts";
import { createRetentionStore, type RetentionStore } from "./retention-store.ts";
import { createRevisionStore, type RevisionStore } from "./revision-store.ts";
import { createSecretStore, type SecretStore } from "./secret-store.ts";
import { createSessionStore, type SessionStore } from "./session-store.ts";
import { createSettingStore, type SettingStore } from "./setting-store.ts";
import { createTableStore, type TableStore } from "./table-store.ts";
import type { Tables } from "./tables.ts";
import { createTokenStore, type TokenStore } from "./token-store.ts";

/** All that is kept. Nothing outside this folder knows SQL. */
export interface Store {
  readonly flows: FlowStore;
  readonly flowTests: FlowTestStore;
  readonly revisions: RevisionStore;
  readonly calls: CallStore;
  readonly callRequests: CallRequestStore;
  readonly callSearch: CallSearch;
  readonly sessions: SessionStore;
  readonly requests: RequestStore;
  readonly settings: SettingStore;
  readonly tokens: TokenStore;
  readonly audit: AuditStore;
  readonly prompts: PromptStore;
  readonly calendars: CalendarStore;
  readonly tables: TableStore;
  readonly guards: GuardStore;
  readonly secrets: SecretStore;
  readonly retention: RetentionStore;
}

export function createStore(engine: Pick<Engine, "db" | "reading" | "together">): Store {
  const [db, reading] = [tablesOf(engine.db), tablesOf(engine.reading)];
  return {
    flows: createFlowStore(db, reading),
    flowTests: createFlowTestStore(db),
    revisions: createRevisionStore(db),
    calls: createCallStore(db),
    callRequests: createCallRequestStore(db),
    callSearch: createCallSearch(db),
    sessions: createSessionStore(db, reading, engine.together),
    requests: createRequestStore(db),
    settings: createSettingStore(db),
    tokens: createTokenStore(db),
    audit: createAuditStore(db),
    prompts: createPromptStore(db),
    calendars: createCalendarStore(db),
    tables: createTableStore(db),
    guards: createGuardStore(db),
    secrets: createSecretStore(db),
    retention: createRetentionStore(db),
  };
}

/** The migrations made these tables; a database cannot tell its types to TypeScript. */
function tablesOf(database: Kysely<unknown>): Kysely<Tables> {
  return database.withPlugin(new CamelCasePlugin()) as Kysely<Tables>;
}
