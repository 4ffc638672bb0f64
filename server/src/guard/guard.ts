import { z } from "zod";
import { isAddressOrNetwork } from "../operations/address-list.ts";
import { endsOf, isDialable, isLike, numberPattern, spellingsOf } from "./number-pattern.ts";

const patterns = z
  .array(z.string().regex(numberPattern, "write digits, + and #, x for one digit, * for anything"))
  .max(200);

/** What may be called and who may call back: for everything, and again for a flow. Both must allow it. */
export const guardSchema = z.strictObject({
  /** Addresses and networks that callbacks may come from; none: any. */
  sources: z.array(z.string().refine(isAddressOrNetwork, "write an address or a network, such as 10.0.0.0/8")).max(200),
  /** Only these numbers are dialled; none: any. */
  allowed: patterns,
  /** Never dialled, whatever is allowed. */
  denied: patterns,
  /** Calls that we started and that are on at the same time; null: as many as you like. */
  concurrent: z.int().min(0).max(100_000).nullable(),
  /** Calls that we start within an hour. */
  perHour: z.int().min(0).max(1_000_000).nullable(),
});

export type Guard = z.output<typeof guardSchema>;

/** Of a flow whose owner has said nothing. */
export const openGuard: Guard = { sources: [], allowed: [], denied: [], concurrent: null, perHour: null };

/**
 * For everything, until an administrator says otherwise. Denied are numbers that cost a lot and that few offices call:
 * international premium rate (+979), satellites (+881, +882, +883), premium rate of North America and of much of Europe.
 */
export const standardGuard: Guard = {
  sources: [],
  allowed: [],
  denied: ["+979*", "+881*", "+882*", "+883*", "+1900*", "1900*", "0900*"],
  concurrent: 50,
  perHour: 1000,
};

/** Whether a guard lets a number be dialled, and the pattern that decides: absent where none is like the number. */
export function judgeNumber(
  { allowed, denied }: Pick<Guard, "allowed" | "denied">,
  number: string,
): { readonly allowed: boolean; readonly pattern?: string } {
  if (!isDialable(number)) return { allowed: false };
  const spellings = spellingsOf(number);
  const all = endsOf(number).flatMap(spellingsOf);
  const denying = denied.find((pattern) => all.some((one) => isLike(one, pattern)));
  if (denying !== undefined) return { allowed: false, pattern: denying };
  const allowing = allowed.find((pattern) => spellings.some((one) => isLike(one, pattern)));
  if (allowing !== undefined) return { allowed: true, pattern: allowing };
  return { allowed: allowed.length === 0 };
}
