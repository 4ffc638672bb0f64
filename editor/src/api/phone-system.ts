import type { Words } from "@ozflow/compiler";
import { ask } from "./client.ts";

export interface OzekiSystem {
  readonly kind: "ozeki";
  readonly url: string;
  readonly generation: "new" | "old";
  readonly user: string;
  readonly apiExtension: string;
  readonly timeoutSeconds: number;
}

export type PhoneSystem = { readonly kind: "virtual" } | OzekiSystem;

export interface SetPhoneSystem {
  readonly system: PhoneSystem;
  /** The password itself is never told. */
  readonly hasPassword: boolean;
  /** The environment of the server says it. */
  readonly isFixed: boolean;
}

/** Without a password: the one that is kept. */
export interface WrittenPhoneSystem {
  readonly system: PhoneSystem;
  readonly password?: string;
}

export interface ConnectionTest {
  readonly works: boolean;
  readonly fault: string | null;
  readonly words: Words | null;
  readonly calls: number | null;
  readonly ms: number;
}

export const phoneSystemApi = {
  get: () => ask<SetPhoneSystem>("GET", "/pbx/settings"),
  set: (written: WrittenPhoneSystem) => ask<void>("PUT", "/pbx/settings", written),
  test: (written: WrittenPhoneSystem) => ask<ConnectionTest>("POST", "/pbx/settings/test", written),
};
