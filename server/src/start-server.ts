import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { getRequestListener } from "@hono/node-server";
import type { CallerScript } from "@ozflow/compiler";
import manifest from "../package.json" with { type: "json" };
import { createApp } from "./app.ts";
import { createAuth } from "./auth/better-auth.ts";
import { createLogin } from "./auth/login.ts";
import { createUsers, type Users } from "./auth/users.ts";
import { createFallbacks } from "./callback/fallbacks.ts";
import { systemClock } from "./clock.ts";
import type { Config } from "./config.ts";
import type { Clock, Deps, Log, Settings } from "./deps.ts";
import { createGuards, guardsKnownSeconds } from "./guard/guards.ts";
import type { Lookup } from "./http/guarded-lookup.ts";
import { createHttpSender } from "./http/sender.ts";
import { newOrderedId, newPbxCallId, newUnguessableId } from "./ids.ts";
import { createCalendarBook } from "./known/calendar-book.ts";
import { createPromptBook } from "./known/prompt-book.ts";
import { createRevisionCache } from "./known/revision-cache.ts";
import { createTableBook } from "./known/table-book.ts";
import { listen } from "./listen.ts";
import { createAddressList } from "./operations/address-list.ts";
import { cleanUpSeconds, createCleanUp } from "./operations/clean-up.ts";
import { watchEventLoop } from "./operations/event-loop-lag.ts";
import { every } from "./operations/every.ts";
import { createMetrics, observe } from "./operations/metrics.ts";
import { createOverloadGuard } from "./operations/overload.ts";
import { createRateCap } from "./operations/rate-cap.ts";
import { createReadinessCheck } from "./operations/readiness.ts";
import { createRound } from "./operations/rounds.ts";
import { createOzekiPbx } from "./pbx/ozeki.ts";
import { createPhoneSystem, phoneSystemKnownSeconds } from "./pbx/phone-system.ts";
import type { Access } from "./pbx/virtual/api/access.ts";
import { createVirtualApi } from "./pbx/virtual/http-api.ts";
import { createVirtualPbx, type VirtualPbx } from "./pbx/virtual/virtual-pbx.ts";
import { findKeys } from "./secrets/find-keys.ts";
import { createVault, sealAgain } from "./secrets/vault.ts";
import { openDatabase, prepareDatabase } from "./store/database.ts";
import { createStore } from "./store/store.ts";
import { endPbxCall } from "./use-cases/callbacks/end-call.ts";
import { giveUpCalls, giveUpSeconds } from "./use-cases/callbacks/give-up-calls.ts";
import { quietMs } from "./use-cases/calls/look-at-calls.ts";

export interface RunningServer {
  /** Where it listens. */
  readonly url: string;
  /** Where the virtual PBX listens; absent when calls go through a real one. */
  readonly pbxUrl?: string;
  /** The first login's password, told once: only on the first start, and only when it was not chosen. */
  readonly adminPassword?: string;
  readonly virtualPbx: VirtualPbx;
  /** Says no at `/readyz`, then answers what is under way and closes everything. */
  stop(): Promise<void>;
}

/** What a test may put in place of the real thing. */
export interface ServerParts {
  readonly log?: Log;
  readonly clock?: Clock;
  readonly examplesFolder?: string;
  /** Of the virtual PBX: see `VirtualPbxOptions` and `VirtualApiOptions`. */
  readonly callees?: Readonly<Record<string, CallerScript>>;
  readonly speed?: number;
  readonly apiExtensions?: readonly string[];
  readonly access?: Access;
  /** Where names lead to that HTTP requests of flows ask. */
  readonly lookup?: Lookup;
}

/** Another server on the same database may have replaced a sound: so long callers may still hear the old one. */
const promptsKnownSeconds = 5;

/** The same of a calendar: so long a call may still be told what it said before. */
const calendarsKnownSeconds = 5;

/** The same of a table. */
const tablesKnownSeconds = 5;

const examples = fileURLToPath(new URL("../../flows", import.meta.url));
const silent: Log = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };

/** Opens the database, takes the ports and answers. Rejects when a port or the folder cannot be had, and leaves nothing open. */
export async function startServer(config: Config, parts: ServerParts = {}): Promise<RunningServer> {
  const closers: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const close of closers.splice(0).reverse()) await close();
  };
  try {
    return { ...(await open(config, parts, (close) => closers.push(close))), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function open(
  config: Config,
  { log = silent, clock = systemClock, ...parts }: ServerParts,
  closeLater: (close: () => Promise<void>) => void,
): Promise<Omit<RunningServer, "stop">> {
  const database = await openDatabase({
    url: config.databaseUrl,
    folder: config.dataFolder,
    onLostConnection: (reason) => log.warn("A connection to the database broke off", { reason }),
  });
  closeLater(() => database.close());
  await prepareDatabase(database);
  const server = await listen(config.host, config.port);
  closeLater(() => server.stop(config.stop.graceSeconds));
  const lag = watchEventLoop();
  closeLater(async () => lag.stop());
  const publicUrl = config.publicUrl ?? server.url;
  if (config.pbx === "ozeki" && config.publicUrl === undefined) {
    log.warn(`PUBLIC_URL is not set: the phone system must reach this server at ${publicUrl}`);
  }
  if (config.publicUrl === undefined && isEverywhere(config.host)) {
    log.warn(`PUBLIC_URL is not set: no other computer can open ${publicUrl}, which stands in documents and links`);
  }
  const store = createStore(database);
  const rounds = [
    {
      name: "clean up",
      everySeconds: cleanUpSeconds,
      work: createCleanUp({ retention: store.retention, clock, log }, config.keptDays),
    },
    { name: "give up calls", everySeconds: giveUpSeconds, work: () => giveUpCalls({ store, clock, log }) },
  ];
  for (const round of rounds) {
    // At once too, because what is kept how long may have been changed.
    await round.work();
    closeLater(every(round.everySeconds, createRound({ settings: store.settings, clock }, round), log));
  }

  const pbxListener = config.pbx !== "ozeki" ? await listen(config.host, config.virtualPbxPort) : undefined;
  if (pbxListener !== undefined) closeLater(() => pbxListener.stop());
  const virtualPbx = createVirtualPbx({
    clock,
    newCallId: newPbxCallId,
    ...(parts.callees === undefined ? {} : { callees: parts.callees }),
    ...(parts.speed === undefined ? {} : { speed: parts.speed }),
    ...(pbxListener === undefined
      ? {}
      : { files: { folder: join(config.dataFolder, "virtual-pbx"), url: pbxListener.url } }),
    onOver: (call, failure) =>
      endPbxCall({ store, clock, log }, call.id, failure).catch((error) =>
        log.error("The end of a call was not stored", { call: call.id, reason: String(error) }),
      ),
  });
  closeLater(() => virtualPbx.stop());
  const virtualApi = createVirtualApi({ pbx: virtualPbx, now: () => clock.now(), ...virtualAccess(config, parts) });
  pbxListener?.serve(getRequestListener(virtualApi.fetch));

  const secret = await store.settings.findOrMake("cookie-secret", () => newUnguessableId() + newUnguessableId());
  // Alone, because several servers may start at once on an empty database.
  const auth = await database.alone("make the tables of logins", () => createAuth(database, { secret, publicUrl }));
  const users = createUsers(auth);
  const adminPassword = await database.alone("make the first login", () => makeFirstLogin(users, config.admin));
  const prompts = createPromptBook(store.prompts, publicUrl);
  await prompts.refresh();
  closeLater(every(promptsKnownSeconds, () => prompts.refresh(), log));
  const calendars = createCalendarBook(store.calendars);
  await calendars.refresh();
  closeLater(every(calendarsKnownSeconds, () => calendars.refresh(), log));
  const tables = createTableBook(store.tables);
  await tables.refresh();
  closeLater(every(tablesKnownSeconds, () => tables.refresh(), log));
  const guards = createGuards(store, clock);
  await guards.refresh();
  closeLater(every(guardsKnownSeconds, () => guards.refresh(), log));
  const revisions = createRevisionCache(store.revisions, async () => {
    await prompts.refresh();
    await calendars.refresh();
    await tables.refresh();
  });
  const metrics = createMetrics();
  const overload = createOverloadGuard(config.limits, lag.ms);
  const quietSince = () => new Date(clock.now().getTime() - quietMs).toISOString();
  observe(metrics, {
    lagMs: lag.ms,
    inFlight: overload.inFlight,
    openCalls: () => store.calls.countOpen(quietSince()),
  });
  const keys = findKeys(config.dataFolder, config.keys);
  const sealedAgain = await sealAgain({ store: store.secrets, keys });
  if (sealedAgain > 0) log.info("Secrets were sealed with the new key", { count: sealedAgain });
  const secrets = createVault({ store: store.secrets, keys, clock, log });
  const { pbx: fixed, ozeki } = config;
  const phoneSystem = createPhoneSystem({ store: store.settings, secrets, fixed, ozeki, virtualUrl: pbxListener?.url });
  await phoneSystem.refresh();
  closeLater(every(phoneSystemKnownSeconds, () => phoneSystem.refresh(), log));
  const onError = (kind: string) => metrics.pbxErrors.inc({ kind });
  // The virtual PBX is asked over its HTTP API too, so that what works with it works with a real one.
  const pbx = createOzekiPbx(() => ({ ...phoneSystem.options(), onError }));
  const askDatabase = () => store.calls.countOpen(quietSince());
  const readiness = createReadinessCheck({ askDatabase, pbx, now: () => clock.now() });
  if (config.databaseUrl !== undefined && config.keys.current === undefined) {
    log.warn("OZFLOW_KEY is not set: another server on this database could not read the secrets this one seals");
  }
  const http = createHttpSender({ opened: config.httpAllow, secrets, clock, lookup: parts.lookup });
  closeLater(() => http.close());
  const deps: Deps = {
    store,
    guards,
    secrets,
    http,
    login: createLogin({ auth, users, tokens: store.tokens, clock }),
    users,
    revisions,
    prompts,
    calendars,
    tables,
    fallbacks: createFallbacks({
      flows: store.flows,
      revisions,
      standard: config.fallback,
      promptAddress: prompts.address,
    }),
    pbx,
    phoneSystem,
    tryPbx: virtualPbx,
    clock,
    newId: newUnguessableId,
    newOrderedId,
    log,
    metrics,
    overload,
    rates: {
      callbacks: createRateCap({ perSecond: config.rates.callbacksPerSecond }),
      api: createRateCap({ perSecond: config.rates.apiPerMinute / 60, burst: config.rates.apiPerMinute }),
    },
    readiness,
    settings: settingsOf(config, publicUrl, parts.examplesFolder ?? examples),
  };
  server.serve(createApp(deps));
  closeLater(async () => {
    readiness.beginStopping();
    await sleep(config.stop.delaySeconds * 1000);
  });
  return {
    url: server.url,
    virtualPbx,
    ...(pbxListener === undefined ? {} : { pbxUrl: pbxListener.url }),
    ...(adminPassword === undefined ? {} : { adminPassword }),
  };
}

/** Does the server listen on every network card? Then where it listens is no address that anybody could ask. */
function isEverywhere(host: string): boolean {
  return host === "0.0.0.0" || host === "::";
}

function virtualAccess({ ozeki: { user, password } }: Config, { apiExtensions, access }: ServerParts) {
  const users = user === undefined || password === undefined ? undefined : [{ name: user, password }];
  return { access: { users, ...access }, ...(apiExtensions === undefined ? {} : { apiExtensions }) };
}

function settingsOf(config: Config, publicUrl: string, examplesFolder: string): Settings {
  return {
    version: manifest.version,
    publicUrl,
    fallback: config.fallback,
    trustedProxies: createAddressList(config.trustedProxies),
    callbackSeconds: config.callbackSeconds,
    metrics: { token: config.metrics.token, from: createAddressList(config.metrics.from) },
    editorFolder: config.editorFolder,
    examplesFolder,
  };
}

async function makeFirstLogin(users: Users, admin: Config["admin"]): Promise<string | undefined> {
  if ((await users.list()).length > 0) return undefined;
  const password = admin.password ?? newUnguessableId();
  await users.add({ email: admin.email, name: "Administrator", role: "admin" }, password);
  return admin.password === undefined ? password : undefined;
}
