import type { Generation } from "@ozflow/compiler";
import { z } from "zod";
import { type Config, dialable, httpUrl } from "../config.ts";
import type { Vault } from "../secrets/vault.ts";
import type { SettingStore } from "../store/setting-store.ts";
import type { OzekiOptions } from "./ozeki-command.ts";

/** How long another server's change may go unnoticed. */
export const phoneSystemKnownSeconds = 5;

/** A phone system of one's own, as it is set in the browser. The password is kept apart, sealed. */
export const ozekiSystemSchema = z
  .strictObject({
    kind: z.literal("ozeki"),
    url: httpUrl("The address", "http://pbx.example.com:9509"),
    generation: z.enum(["new", "old"]),
    /** Of the HTTP API; "" when it asks for none. */
    user: z.string().trim().max(200),
    apiExtension: dialable("The API extension").or(z.literal("")),
    /** How long one command may take. */
    timeoutSeconds: z.int().min(1).max(60),
  })
  // The older generation refuses a Call without ApiExtension (reference, section 3, Call).
  .refine(({ generation, apiExtension }) => generation === "new" || apiExtension !== "", {
    path: ["apiExtension"],
    message: "older systems place no call without an API extension; enter one",
  });

export const phoneSystemSchema = z.union([z.strictObject({ kind: z.literal("virtual") }), ozekiSystemSchema]);

export type PhoneSystemSettings = z.infer<typeof phoneSystemSchema>;

/** The phone system that calls go through. What is set in the browser holds at once, without a restart. */
export interface PhoneSystem {
  current(): {
    readonly kind: "virtual" | "ozeki";
    /** Of the PBX that documents are for. */
    readonly generation: Generation;
    /** Used when neither the request nor the flow names one. */
    readonly apiExtension: string | undefined;
  };
  /** For the next command. */
  options(): OzekiOptions;
  /** `isFixed`: the environment says it, and nothing else counts. */
  readonly isFixed: boolean;
  settings(): PhoneSystemSettings;
  hasPassword(): boolean;
  /** How another one would be asked. Without a password: the one that is kept, if it is for the same user there. */
  optionsOf(settings: PhoneSystemSettings, password: string | undefined): OzekiOptions;
  /** Is the password that is kept for this user of this system? */
  keepsPasswordOf(settings: PhoneSystemSettings): boolean;
  set(settings: PhoneSystemSettings, password: string | undefined): Promise<void>;
  /** Reads them, when another server may have changed them. */
  refresh(): Promise<void>;
}

interface Parts {
  readonly store: Pick<SettingStore, "find" | "set">;
  readonly secrets: Pick<Vault, "own">;
  /** What the environment says: which one, and how an Ozeki system is asked. */
  readonly fixed: Config["pbx"];
  readonly ozeki: Config["ozeki"];
  /** Where the virtual one listens. */
  readonly virtualUrl: string | undefined;
}

const settingName = "phone-system";
const secretName = "phone-system-password";
const standardTimeoutSeconds = 10;

export function createPhoneSystem({ store, secrets, fixed, ozeki, virtualUrl = "" }: Parts): PhoneSystem {
  const byEnvironment: PhoneSystemSettings =
    fixed === "ozeki"
      ? {
          kind: "ozeki",
          url: ozeki.url ?? "",
          generation: ozeki.generation,
          user: ozeki.user ?? "",
          apiExtension: ozeki.apiExtension ?? "",
          timeoutSeconds: standardTimeoutSeconds,
        }
      : { kind: "virtual" };
  let settings = byEnvironment;
  let kept: string | undefined = fixed === "ozeki" ? ozeki.password : undefined;

  const keepsPasswordOf = (other: PhoneSystemSettings) =>
    kept !== undefined &&
    other.kind === "ozeki" &&
    settings.kind === "ozeki" &&
    other.url === settings.url &&
    other.user === settings.user;

  const optionsOf = (asked: PhoneSystemSettings, password: string | undefined): OzekiOptions => {
    if (asked.kind === "virtual") {
      return { url: virtualUrl, generation: ozeki.generation, user: ozeki.user, password: ozeki.password };
    }
    const { url, generation, user, timeoutSeconds } = asked;
    const used = password ?? (keepsPasswordOf(asked) ? kept : undefined);
    return { url, generation, user, password: used, timeoutMs: timeoutSeconds * 1000 };
  };

  return {
    isFixed: fixed !== undefined,
    settings: () => settings,
    hasPassword: () => kept !== undefined,
    keepsPasswordOf,
    optionsOf,
    options: () => optionsOf(settings, undefined),
    current() {
      const { kind } = settings;
      if (kind === "virtual") return { kind, generation: ozeki.generation, apiExtension: ozeki.apiExtension };
      return { kind, generation: settings.generation, apiExtension: settings.apiExtension || undefined };
    },
    async set(next, password) {
      const used = password ?? (keepsPasswordOf(next) ? kept : undefined);
      // Never a moment in which the old password stands beside the new address.
      await secrets.own.delete(secretName);
      await store.set(settingName, JSON.stringify(next));
      if (used !== undefined && used !== "") await secrets.own.set(secretName, used);
      settings = next;
      kept = used === "" ? undefined : used;
    },
    async refresh() {
      if (fixed !== undefined) return;
      const text = await store.find(settingName);
      const password = await secrets.own.reveal(secretName);
      // Written by `set`, which had it from the schema.
      settings = text === undefined ? byEnvironment : (JSON.parse(text) as PhoneSystemSettings);
      kept = settings.kind === "ozeki" ? password : undefined;
    },
  };
}
