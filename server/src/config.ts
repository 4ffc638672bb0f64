import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";

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

const httpUrl = (name: string, example: string) => {
  const allowed = `${name} must be an http or https address such as ${example}`;
  return z
    .url({ protocol: /^https?$/, hostname: /./, error: allowed, abort: true })
    .refine((url) => new URL(url).search === "" && new URL(url).hash === "", `${allowed}, without "?" and "#"`)
    .transform((url) => url.replace(/\/+$/, ""));
};

const oneOf = <const Words extends readonly [string, ...string[]]>(name: string, words: Words) =>
  z.enum(words, `${name} must be ${words.join(" or ")}`);

const dialable = (name: string) =>
  z.string().regex(/^[0-9A-Za-z+*#._@-]{1,64}$/, `${name} must be a number or an extension, such as 2000`);

/** Every variable the server knows. An empty one counts as not set. */
const environment = z.object({
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, "HOST must be a host name or an address such as 127.0.0.1")
    .default("127.0.0.1"),
  PORT: port("PORT").default(8780),
  PUBLIC_URL: httpUrl("PUBLIC_URL", "https://ivr.example.com").optional(),
  DATA_DIR: z.string().default("./data"),
  PBX: oneOf("PBX", ["virtual", "ozeki"]).default("virtual"),
  OZEKI_URL: httpUrl("OZEKI_URL", "http://pbx.example.com:9509").optional(),
  OZEKI_GENERATION: oneOf("OZEKI_GENERATION", ["new", "old"]).default("new"),
  OZEKI_USER: z.string().optional(),
  OZEKI_PASSWORD: z.string().optional(),
  OZEKI_API_EXTENSION: dialable("OZEKI_API_EXTENSION").optional(),
  VIRTUAL_PBX_PORT: port("VIRTUAL_PBX_PORT").default(9509),
  EDITOR_DIR: z.string().default(resolve(serverFolder, "../editor/dist")),
  APOLOGY: z
    .string()
    .max(1000, "APOLOGY must be at most 1000 characters")
    .default("We are sorry, this service is not available right now. Please call again later."),
  FALLBACK_NUMBER: dialable("FALLBACK_NUMBER").optional(),
  ADMIN_EMAIL: z.email("ADMIN_EMAIL must be an e-mail address").default("admin@ozflow.local"),
  ADMIN_PASSWORD: z
    .string()
    .min(8, "ADMIN_PASSWORD must have at least 8 characters")
    .max(128, "ADMIN_PASSWORD must have at most 128 characters")
    .optional(),
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
    editorFolder: resolve(read.EDITOR_DIR),
    pbx: read.PBX,
    ozeki: {
      url: read.OZEKI_URL,
      generation: read.OZEKI_GENERATION,
      user: read.OZEKI_USER,
      password: read.OZEKI_PASSWORD,
      apiExtension: read.OZEKI_API_EXTENSION,
    },
    virtualPbxPort: read.VIRTUAL_PBX_PORT,
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
