import { type Level, pino } from "pino";
import { build as pretty } from "pino-pretty";
import type { Log } from "./deps.ts";
import { hideDigits, hideDigitsIn } from "./operations/hide-digits.ts";

export interface LogOptions {
  readonly level: Level | "silent";
  /** `pretty` is for people at a terminal, `json` (one object a line) for whatever collects logs. */
  readonly format: "json" | "pretty";
  /** Are numbers and keys of callers written out? */
  readonly showDigits: boolean;
  readonly output: NodeJS.WritableStream;
}

/** Writes what happens with pino: a line for each event, with its time, level, sentence and fields. */
export function createLog({ level, format, showDigits, output }: LogOptions): Log {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  };
  const written = format === "json" ? output : pretty({ destination: output, sync: true, colorize: true });
  const logger = pino(options, written);
  const at =
    (name: "debug" | "info" | "warn" | "error") =>
    (message: string, fields: Fields = {}) => {
      if (!logger.isLevelEnabled(name)) return;
      if (showDigits) logger[name](fields, message);
      else logger[name](hideDigitsIn(fields), hideDigits(message));
    };
  return { debug: at("debug"), info: at("info"), warn: at("warn"), error: at("error") };
}

type Fields = Readonly<Record<string, unknown>>;
