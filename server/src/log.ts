import type { Log } from "./deps.ts";

/** One line an event: time, level, sentence, then the fields as JSON. */
export function createLog(write: (line: string) => void): Log {
  const at = (level: string) => (message: string, fields?: Readonly<Record<string, unknown>>) => {
    const rest = fields === undefined ? "" : ` ${JSON.stringify(fields)}`;
    write(`${new Date().toISOString()} ${level} ${message}${rest}`);
  };
  return { info: at("info"), warn: at("warn"), error: at("error") };
}
