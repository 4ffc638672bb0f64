import { ask } from "./client.ts";

/** What may be called and who may call back; for everything, or for a flow beyond that. */
export interface Guard {
  /** Addresses and networks that callbacks may come from; none: any. */
  readonly sources: readonly string[];
  /** Number patterns that may be dialled; none: any. */
  readonly allowed: readonly string[];
  readonly denied: readonly string[];
  /** Calls at the same time; null: no limit. */
  readonly concurrent: number | null;
  /** Calls that are started within an hour. */
  readonly perHour: number | null;
}

export interface NamedSecret {
  readonly name: string;
  readonly updatedAt: string;
}

const at = (id: string) => encodeURIComponent(id);

export const securityApi = {
  guard: () => ask<Guard>("GET", "/guard"),
  setGuard: (guard: Guard) => ask<void>("PUT", "/guard", guard),
  flowGuard: (flow: string) => ask<Guard>("GET", `/flows/${at(flow)}/guard`),
  setFlowGuard: (flow: string, guard: Guard) => ask<void>("PUT", `/flows/${at(flow)}/guard`, guard),
  tryNumber: (number: string, { allowed, denied }: Pick<Guard, "allowed" | "denied">) =>
    ask<{ allowed: boolean; pattern?: string }>("POST", "/guard/try", { number, allowed, denied }),
  renewKey: (flow: string, graceHours: number) =>
    ask<{ callbackUrl: string; oldUntil: string }>("POST", `/flows/${at(flow)}/key`, { graceHours }),
  secrets: () => ask<{ secrets: readonly NamedSecret[] }>("GET", "/secrets"),
  setSecret: (name: string, value: string) => ask<void>("PUT", `/secrets/${at(name)}`, { value }),
  deleteSecret: (name: string) => ask<void>("DELETE", `/secrets/${at(name)}`),
};
