/** Whom a phone system knows, as it lists them. */
export interface Directory {
  /** What extensions are dialled by: numbers and ids. */
  readonly extensions: readonly string[];
  /** Numbers and e-mail addresses that stand in its address books. */
  readonly contacts: readonly string[];
}

/**
 * Numbers of emergency services that every mobile phone knows (3GPP TS 22.101, 10.1.1): outside, though as short as
 * extensions.
 */
const emergency: ReadonlySet<string> = new Set(["112", "911", "000", "08", "110", "118", "119", "999"]);

/**
 * Whether a number is one of the house, by its form: a name, or digits, no more of them than the longest extension has.
 * Outside are +36..., 00..., addresses with @, codes with * and #, and emergency numbers.
 */
export function isInternal(number: string, { extensions }: Directory): boolean {
  if (/^[A-Za-z][\w.-]*$/.test(number)) return true;
  if (!/^[0-9]+$/.test(number) || number.startsWith("00") || emergency.has(number)) return false;
  const longest = Math.max(0, ...extensions.filter((one) => /^[0-9]+$/.test(one)).map((one) => one.length));
  return number.length <= longest;
}
