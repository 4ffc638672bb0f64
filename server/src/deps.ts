import type { Login } from "./auth/login.ts";
import type { Users } from "./auth/users.ts";
import type { Fallbacks } from "./callback/fallbacks.ts";
import type { Guards } from "./guard/guards.ts";
import type { HttpSender } from "./http/sender.ts";
import type { CalendarBook } from "./known/calendar-book.ts";
import type { PromptBook } from "./known/prompt-book.ts";
import type { RevisionCache } from "./known/revision-cache.ts";
import type { TableBook } from "./known/table-book.ts";
import type { AddressList } from "./operations/address-list.ts";
import type { Metrics } from "./operations/metrics.ts";
import type { OverloadGuard } from "./operations/overload.ts";
import type { RateCap } from "./operations/rate-cap.ts";
import type { ReadinessCheck } from "./operations/readiness.ts";
import type { PbxDriver } from "./pbx/driver.ts";
import type { PhoneSystem } from "./pbx/phone-system.ts";
import type { VirtualPbx } from "./pbx/virtual/virtual-pbx.ts";
import type { Vault } from "./secrets/vault.ts";
import type { Store } from "./store/store.ts";

/** Everything the server needs from outside. Tests give their own; `start-server.ts` gives the real ones. */
export interface Deps {
  readonly store: Store;
  readonly revisions: RevisionCache;
  readonly fallbacks: Fallbacks;
  readonly prompts: PromptBook;
  readonly calendars: CalendarBook;
  readonly tables: TableBook;
  readonly login: Login;
  readonly users: Users;
  readonly guards: Guards;
  readonly secrets: Vault;
  readonly http: HttpSender;
  readonly pbx: PbxDriver;
  readonly phoneSystem: PhoneSystem;
  /** Places the calls of "Try a call", whatever PBX the real calls go through. */
  readonly tryPbx: VirtualPbx;
  readonly clock: Clock;
  /** A new unguessable id: 22 characters that need no escaping in an address. */
  readonly newId: () => string;
  /** The same for what a call stores: made later, it sorts behind. */
  readonly newOrderedId: () => string;
  readonly log: Log;
  readonly metrics: Metrics;
  readonly overload: OverloadGuard;
  /** By callback key, and by the address that asks /api. */
  readonly rates: { readonly callbacks: RateCap; readonly api: RateCap };
  readonly readiness: ReadinessCheck;
  readonly settings: Settings;
}

export interface Settings {
  readonly version: string;
  /** Without a slash at the end. Callback addresses begin with it. */
  readonly publicUrl: string;
  readonly fallback: Fallback;
  /** A callback that is not answered by then gets the fallback. */
  readonly callbackSeconds: number;
  readonly metrics: { readonly token: string | undefined; readonly from: AddressList };
  /** Whose word counts about where a request came from. */
  readonly trustedProxies: AddressList;
  readonly editorFolder: string;
  readonly examplesFolder: string;
}

/** What a caller is told when nothing else can be said. */
export interface Fallback {
  readonly apology: string;
  readonly transferTo?: string | undefined;
}

export interface Clock {
  now(): Date;
  /** Resolves after `ms` milliseconds, or at once when the signal is raised. Never rejects. */
  wait(ms: number, signal?: AbortSignal): Promise<void>;
}

export interface Log {
  debug(message: string, fields?: Readonly<Record<string, unknown>>): void;
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}
