import type { LookupAddress } from "node:dns";
import { lookup } from "node:dns/promises";
import { isIP, type LookupFunction } from "node:net";
import type { AddressGuard } from "./address-guard.ts";
import { NoAnswer } from "./no-answer.ts";

/** The addresses that a name leads to. Rejects when it leads nowhere. */
export type Lookup = (host: string) => Promise<readonly LookupAddress[]>;

export const systemLookup: Lookup = (host) => lookup(host, { all: true });

/**
 * For the very connection that is being made: what is looked up here is what is connected to, so that no second look can
 * give another answer.
 */
export function guardedLookup(guard: AddressGuard, find: Lookup): LookupFunction {
  return (host, options, callback) => {
    find(host).then(
      (found) => {
        const allowed = found.filter(({ address }) => guard.allows(host, address));
        const [first] = allowed;
        if (first === undefined) callback(notAllowed(host), []);
        else if (options.all) callback(null, allowed);
        else callback(null, first.address, first.family);
      },
      (error: NodeJS.ErrnoException) => callback(error, []),
    );
  };
}

/** An address in place of a name is never looked up, so it is checked before. Throws {@link NoAnswer}. */
export function checkAddressInUrl(guard: AddressGuard, { hostname }: URL): void {
  const host = hostname.replace(/^\[|\]$/g, "");
  if (isIP(host) !== 0 && !guard.allows(host, host)) throw notAllowed(host);
}

function notAllowed(host: string): NoAnswer {
  return new NoAnswer(`${host} is in a network that flows may not ask (HTTP_ALLOW opens it)`);
}
