/**
 * Hides what callers type and the numbers they call from: logs are read by more people than calls are. Runs of four
 * digits and more become dots; a number of seven and more keeps its last two, so that two callers can be told apart.
 * Addresses of computers, web addresses and times stay: whoever mends a server needs them.
 */
export function hideDigits(text: string): string {
  return text.replace(keptOrDigits, (found, kept: string | undefined) => {
    if (kept !== undefined) return found;
    const digits = found.replace(/\D/g, "");
    return digits.length < 7 ? "•••" : `•••${digits.slice(-2)}`;
  });
}

const time = String.raw`\d{4}-\d\d-\d\dT[\d:.]+Z?`;
const ip = String.raw`(?<![\d.])\d{1,3}(?:\.\d{1,3}){3}(?::\d{1,5})?(?![\d.])`;
const url = String.raw`https?:\/\/[^\s"'/?]+`;
const keptOrDigits = new RegExp(String.raw`(${time}|${ip}|${url})|\+?\d(?:[ -]?\d){3,}`, "g");

/** Fields whose whole value is a number or something a caller typed, by their names in lower case. */
const personal = new Set([
  "caller",
  "callerid",
  "callee",
  "dialed",
  "number",
  "digits",
  "dtmfdigits",
  "pin",
  "to",
  "from",
]);

/** Ids of ours: letters and digits by chance, and what a log is searched by. */
const ids = new Set(["call", "request", "flow", "revision", "document", "prompt"]);

/** The fields of a log line with digits hidden, all the way down. Fields that are numbers are ours and stay. */
export function hideDigitsIn(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, hidden(name, value)]));
}

function hidden(name: string, value: unknown): unknown {
  if (personal.has(name.toLowerCase()) && value !== undefined && value !== "") return "•••";
  if (ids.has(name)) return value;
  if (typeof value === "string") return hideDigits(value);
  if (Array.isArray(value)) return value.map((one) => hidden(name, one));
  return value !== null && typeof value === "object" ? hideDigitsIn({ ...value }) : value;
}
