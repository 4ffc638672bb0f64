/** Digits, `+`, `#`; `x` is one digit, `*` anything that follows or stands between. No regular expression, so none can hang. */
export const numberPattern = /^[0-9+#x*]{1,40}$/i;

/** Whether a number is of a pattern. Takes at most length × length steps. */
export function isLike(number: string, pattern: string): boolean {
  let at = 0;
  let wanted = 0;
  let star = -1;
  let starAt = 0;
  while (at < number.length) {
    if (pattern[wanted] === "*") {
      star = wanted;
      starAt = at;
      wanted += 1;
    } else if (wanted < pattern.length && fits(number[at] ?? "", pattern[wanted] ?? "")) {
      at += 1;
      wanted += 1;
    } else if (star >= 0) {
      // The last star takes one more character.
      starAt += 1;
      at = starAt;
      wanted = star + 1;
    } else return false;
  }
  while (pattern[wanted] === "*") wanted += 1;
  return wanted === pattern.length;
}

function fits(character: string, wanted: string): boolean {
  return wanted.toLowerCase() === "x" ? character >= "0" && character <= "9" : character === wanted;
}

/** How numbers and extensions are written. Anything else might be read by the phone system as a digit that we do not see. */
const dialable = /^[0-9A-Za-z+*#.,;:_@=()/ -]{1,64}$/;

export function isDialable(number: string): boolean {
  return dialable.test(number);
}

/**
 * What may be dialled behind something that is dialled first: a prefix for a line, a code such as *31# that hides the
 * caller, a pause. The number itself is the first.
 */
export function endsOf(number: string): readonly string[] {
  const plain = number
    .replace(/^(?:sips?|tel):/i, "")
    .replace(/@.*$/, "")
    .replaceAll(/[ ()./-]/g, "");
  const begins = [...plain.matchAll(/(?<=[^0-9+])[0-9+]|(?<=.)\+/g)].map(({ index }) => index);
  return [number, ...begins.map((index) => plain.slice(index))];
}

/**
 * What a number may look like to the phone system, as a telephone company will dial it: without separators, without
 * `sip:` and host, and with `00` for `+` and the other way round.
 */
export function spellingsOf(number: string): readonly string[] {
  const plain = number
    .replace(/^(?:sips?|tel):/i, "")
    .replace(/[@;].*$/, "")
    .replaceAll(/[^0-9+*#]/g, "");
  if (plain.startsWith("+")) return [plain, `00${plain.slice(1)}`];
  return plain.startsWith("00") ? [plain, `+${plain.slice(2)}`] : [plain];
}
