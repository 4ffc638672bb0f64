import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { canBeOpened } from "./http/address-guard.ts";
import { isAddressOrNetwork } from "./operations/address-list.ts";

/** What is not as it should be in the environment, one sentence a variable. The server does not start with it. */
export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

export type Config = ReturnType<typeof readConfig>;

type Environment = Readonly<Record<string, string | undefined>>;

const serverFolder = fileURLToPath(new URL("..", import.meta.url));

const port = (name: string) => {
  const allowed = `${name} must be a port, a whole number from 0 (any free one) to 65535`;
  return z.coerce.number(allowed).int(allowed).min(0, allowed).max(65_535, allowed);
};

export const httpUrl = (name: string, example: string) => {
  const allowed = `${name} must be an http or https address such as ${example}`;
  return z
    .url({ protocol: /^https?$/, hostname: /./, error: allowed, abort: true })
    .refine((url) => new URL(url).search === "" && new URL(url).hash === "", `${allowed}, without "?" and "#"`)
    .transform((url) => url.replace(/\/+$/, ""));
};

const oneOf = <const Words extends readonly [string, ...string[]]>(name: string, words: Words) =>
  z.enum(words, `${name} must be ${words.join(" or ")}`);

export const dialable = (name: string) =>
  z.string().regex(/^[0-9A-Za-z+*#._@-]{1,64}$/, `${name} must be a number or an extension, such as 2000`);

const words = z.string().transform((text) => text.split(/[\s,]+/).filter((word) => word !== ""));

const addresses = (name: string) =>
  words.refine(
    (all) => all.every(isAddressOrNetwork),
    `${name} must be addresses or networks with commas between, such as 127.0.0.1, 10.0.0.0/8`,
  );

const hostsOrAddresses = (name: string) =>
  words.refine(
    (all) => all.every(canBeOpened),
    `${name} must be hosts, addresses or networks with commas between, such as crm.local, 10.0.0.0/8`,
  );

const whole = (name: string, min: number, max: number) => {
  const allowed = `${name} must be a whole number from ${min} to ${max}`;
  return z.coerce.number(allowed).int(allowed).min(min, allowed).max(max, allowed);
};

/** Every variable the server knows, as docs/configuration.md tells them. An empty one counts as not set. */
export const environment = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "HOST must be a host name or an address such as 127.0.0.1")
    .default("127.0.0.1")
    .describe("Where the server listens: `127.0.0.1` for this computer only, `0.0.0.0` for every network card."),
  PORT: port("PORT").default(8780).describe("The port it listens on; 0 takes any free one."),
  PUBLIC_URL: httpUrl("PUBLIC_URL", "https://ivr.example.com")
    .optional()
    .describe("The address under which the phone system and browsers reach the server. Without it: where it listens."),
  DATA_DIR: z
    .string()
    .default("./data")
    .describe("Folder of the database (unless `DATABASE_URL` names another) and of everything else that is kept."),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "DATABASE_URL must be an address such as postgresql://user:password@host:5432/ozflow")
    .optional()
    .describe("A PostgreSQL database, which several servers may use together. Without it: SQLite, in `DATA_DIR`."),
  PBX: oneOf("PBX", ["virtual", "ozeki"])
    .optional()
    .describe(
      "`ozeki`: calls go through your phone system. `virtual`: through the one inside the server. Without it: what is set in the browser under Settings, Phone system; the virtual one at first.",
    ),
  OZEKI_URL: httpUrl("OZEKI_URL", "http://pbx.example.com:9509")
    .optional()
    .describe("Address of the phone system's HTTP API. Needed when `PBX` is `ozeki`."),
  OZEKI_GENERATION: oneOf("OZEKI_GENERATION", ["new", "old"])
    .default("new")
    .describe("`new`: Ozeki 10. `old`: Ozeki Phone System XE."),
  OZEKI_USER: z.string().optional().describe("HTTP API user of the phone system."),
  OZEKI_PASSWORD: z.string().optional().describe("Password of that user."),
  OZEKI_API_EXTENSION: dialable("OZEKI_API_EXTENSION")
    .optional()
    .describe("Extension that places calls when neither the flow nor the request names one."),
  VIRTUAL_PBX_PORT: port("VIRTUAL_PBX_PORT").default(9509).describe("Port of the virtual phone system's HTTP API."),
  EDITOR_DIR: z
    .string()
    .default(resolve(serverFolder, "../editor/dist"))
    .describe("Folder of the built editor. Without it: `editor/dist` beside the server."),
  APOLOGY: z
    .string()
    .max(1000, "APOLOGY must be at most 1000 characters")
    .default("We are sorry, this service is not available right now. Please call again later.")
    .describe("What callers hear when a flow cannot be answered and says nothing of its own for that."),
  FALLBACK_NUMBER: dialable("FALLBACK_NUMBER")
    .optional()
    .describe("Where callers are put through after the apology. Without it the call ends."),
  CALLBACK_SECONDS: whole("CALLBACK_SECONDS", 1, 120)
    .default(20)
    .describe("A callback that has no answer by then gets the fallback: callers never hear silence."),
  CALLBACKS_IN_FLIGHT: whole("CALLBACKS_IN_FLIGHT", 1, 100_000)
    .default(500)
    .describe(
      "Callbacks that are answered at the same time. New calls beyond get the fallback at once, running ones at twice as many.",
    ),
  MAX_LAG_MS: whole("MAX_LAG_MS", 10, 60_000)
    .default(1000)
    .describe("The same, by how many milliseconds the server is behind with its work."),
  CALLBACKS_PER_SECOND: whole("CALLBACKS_PER_SECOND", 1, 1_000_000)
    .default(1000)
    .describe("Callbacks that one callback address takes in a second, on each server; those beyond get the fallback."),
  API_PER_MINUTE: whole("API_PER_MINUTE", 60, 1_000_000)
    .default(6000)
    .describe("Requests to `/api` that one address may make in a minute, on each server."),
  STOP_DELAY_SECONDS: whole("STOP_DELAY_SECONDS", 0, 300)
    .default(0)
    .describe(
      "After SIGTERM `/readyz` says no for so long while requests are still taken: time for a load balancer to notice.",
    ),
  STOP_SECONDS: whole("STOP_SECONDS", 0, 300)
    .default(10)
    .describe("Then requests that run may take so long before they are cut off."),
  LOG_LEVEL: oneOf("LOG_LEVEL", ["debug", "info", "warn", "error", "silent"])
    .default("info")
    .describe("What is written to the log: everything of this level and above."),
  LOG_FORMAT: oneOf("LOG_FORMAT", ["auto", "json", "pretty"])
    .default("auto")
    .describe("`json`: an object a line. `pretty`: for people. `auto`: pretty at a terminal, else JSON."),
  LOG_DIGITS: oneOf("LOG_DIGITS", ["hidden", "shown"])
    .default("hidden")
    .describe("`hidden`: telephone numbers and keys of callers are not written into the log. `shown`: they are."),
  METRICS_FROM: addresses("METRICS_FROM")
    .prefault("127.0.0.1, ::1")
    .describe("Addresses and networks that may read `/metrics` (not through a proxy). Without it: this computer."),
  METRICS_TOKEN: z
    .string()
    .min(16, "METRICS_TOKEN must have at least 16 characters")
    .optional()
    .describe("Whoever sends it as `Authorization: Bearer ...` may read `/metrics` from anywhere."),
  TRUST_PROXY: addresses("TRUST_PROXY")
    .prefault("")
    .describe("Addresses and networks of your own reverse proxies: what they say in `X-Forwarded-For` is believed."),
  HTTP_ALLOW: hostsOrAddresses("HTTP_ALLOW")
    .prefault("")
    .describe(
      "Hosts, addresses and networks that HTTP requests of flows may reach beside the public internet. Without it: none of your own network.",
    ),
  OZFLOW_KEY: z
    .string()
    .min(16, "OZFLOW_KEY must have at least 16 characters")
    .optional()
    .describe(
      "Seals the secrets in the database. Without it: `secrets.key`, made in `DATA_DIR` and readable by its owner only.",
    ),
  OZFLOW_PREVIOUS_KEY: z
    .string()
    .optional()
    .describe("The former `OZFLOW_KEY`: at the start everything it sealed is sealed again with the new one."),
  CALL_DAYS: whole("CALL_DAYS", 1, 36_500)
    .default(365)
    .describe("Days that calls are kept, with their callbacks and the links to their recordings."),
  RECORDING_DAYS: whole("RECORDING_DAYS", 1, 36_500)
    .default(365)
    .describe("Days that links to recordings are kept, if less. The files lie with the phone system."),
  AUDIT_DAYS: whole("AUDIT_DAYS", 1, 36_500).default(365).describe("Days that the audit log goes back."),
  ADMIN_EMAIL: z
    .email("ADMIN_EMAIL must be an e-mail address")
    .default("admin@ozflow.local")
    .describe("The first login, made at the first start."),
  ADMIN_PASSWORD: z
    .string()
    .min(8, "ADMIN_PASSWORD must have at least 8 characters")
    .max(128, "ADMIN_PASSWORD must have at most 128 characters")
    .optional()
    .describe("Its password. Without it one is made and printed once."),
});

/** Reads the environment once. Throws {@link ConfigError} with a sentence for each wrong variable. */
export function readConfig(env: Environment) {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));
  const parsed = environment.safeParse(set);
  if (!parsed.success) throw new ConfigError(parsed.error.issues.map((issue) => `${issue.message}.`).join("\n"));
  const read = parsed.data;
  const faults = faultsTogether(read);
  if (faults.length > 0) throw new ConfigError(faults.join("\n"));
  return {
    host: read.HOST,
    port: read.PORT,
    /** Where the PBX finds this server; the address it listens on when not set. */
    publicUrl: read.PUBLIC_URL,
    dataFolder: resolve(read.DATA_DIR),
    databaseUrl: read.DATABASE_URL,
    editorFolder: resolve(read.EDITOR_DIR),
    /** Undefined: set in the browser. */
    pbx: read.PBX,
    ozeki: {
      url: read.OZEKI_URL,
      generation: read.OZEKI_GENERATION,
      user: read.OZEKI_USER,
      password: read.OZEKI_PASSWORD,
      apiExtension: read.OZEKI_API_EXTENSION,
    },
    virtualPbxPort: read.VIRTUAL_PBX_PORT,
    callbackSeconds: read.CALLBACK_SECONDS,
    limits: { inFlight: read.CALLBACKS_IN_FLIGHT, lagMs: read.MAX_LAG_MS },
    rates: { callbacksPerSecond: read.CALLBACKS_PER_SECOND, apiPerMinute: read.API_PER_MINUTE },
    stop: { delaySeconds: read.STOP_DELAY_SECONDS, graceSeconds: read.STOP_SECONDS },
    log: { level: read.LOG_LEVEL, format: read.LOG_FORMAT, showDigits: read.LOG_DIGITS === "shown" },
    metrics: { token: read.METRICS_TOKEN, from: read.METRICS_FROM },
    trustedProxies: read.TRUST_PROXY,
    httpAllow: read.HTTP_ALLOW,
    keys: { current: read.OZFLOW_KEY, previous: read.OZFLOW_PREVIOUS_KEY },
    keptDays: { calls: read.CALL_DAYS, recordings: read.RECORDING_DAYS, audit: read.AUDIT_DAYS },
    fallback: { apology: read.APOLOGY, transferTo: read.FALLBACK_NUMBER },
    admin: { email: read.ADMIN_EMAIL, password: read.ADMIN_PASSWORD },
  };
}

/** Variables that are right alone and wrong beside each other. */
function faultsTogether(read: z.infer<typeof environment>): readonly string[] {
  const faults: string[] = [];
  if (read.PBX === "ozeki" && read.OZEKI_URL === undefined) {
    faults.push(
      "OZEKI_URL must be set when PBX is ozeki: the address of its HTTP API, such as http://pbx.example.com:9509.",
    );
  }
  // The older generation refuses a Call without ApiExtension (reference, section 3, Call).
  if (read.PBX === "ozeki" && read.OZEKI_GENERATION === "old" && read.OZEKI_API_EXTENSION === undefined) {
    faults.push(
      "OZEKI_API_EXTENSION must be set when OZEKI_GENERATION is old: older systems place no call without it.",
    );
  }
  if ((read.OZEKI_USER === undefined) !== (read.OZEKI_PASSWORD === undefined)) {
    faults.push("OZEKI_USER and OZEKI_PASSWORD go together: set both or neither.");
  }
  return faults;
}
