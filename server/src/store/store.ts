import { CamelCasePlugin, type Kysely } from "kysely";
import { type AuditStore, createAuditStore } from "./audit-store.ts";
import { type CalendarStore, createCalendarStore } from "./calendar-store.ts";
import { type CallSearch, createCallSearch } from "./call-search.ts";
import { type CallStore, createCallStore } from "./call-store.ts";
import { createFlowStore, type FlowStore } from "./flow-store.ts";
import { createGuardStore, type GuardStore } from "./guard-store.ts";
import { createPromptStore, type PromptStore } from "./prompt-store.ts";
import { createRequestStore, type RequestStore } from "./request-store.ts";
import { createRetentionStore, type RetentionStore } from "./retention-store.ts";
import { createRevisionStore, type RevisionStore } from "./revision-store.ts";
import { createSecretStore, type SecretStore } from "./secret-store.ts";
import { createSessionStore, type SessionStore } from "./session-store.ts";
import { createSettingStore, type SettingStore } from "./setting-store.ts";
import type { Tables } from "./tables.ts";
import { createTokenStore, type TokenStore } from "./token-store.ts";

/** All that is kept. Nothing outside this folder knows SQL. */
export interface Store {
  readonly flows: FlowStore;
  readonly revisions: RevisionStore;
  readonly calls: CallStore;
  readonly callSearch: CallSearch;
  readonly sessions: SessionStore;
  readonly requests: RequestStore;
  readonly settings: SettingStore;
  readonly tokens: TokenStore;
  readonly audit: AuditStore;
  readonly prompts: PromptStore;
  readonly calendars: CalendarStore;
  readonly guards: GuardStore;
  readonly secrets: SecretStore;
  readonly retention: RetentionStore;
}

export function createStore(database: Kysely<unknown>): Store {
  // The migrations made these tables; a database cannot tell its types to TypeScript.
  const db = database.withPlugin(new CamelCasePlugin()) as Kysely<Tables>;
  return {
    flows: createFlowStore(db),
    revisions: createRevisionStore(db),
    calls: createCallStore(db),
    callSearch: createCallSearch(db),
    sessions: createSessionStore(db),
    requests: createRequestStore(db),
    settings: createSettingStore(db),
    tokens: createTokenStore(db),
    audit: createAuditStore(db),
    prompts: createPromptStore(db),
    calendars: createCalendarStore(db),
    guards: createGuardStore(db),
    secrets: createSecretStore(db),
    retention: createRetentionStore(db),
  };
}
