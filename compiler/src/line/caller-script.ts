import { type Said, said } from "../words/said.ts";

/**
 * What a scripted caller does, one action for each question they are asked. A recording takes an action only if that is
 * to talk or to hang up; otherwise the caller talks for five seconds. After the last action the caller stays silent.
 */
export type CallerAction =
  | { readonly does: "press"; readonly keys: string; readonly atSeconds?: number }
  | { readonly does: "nothing" }
  | { readonly does: "talk"; readonly seconds: number; readonly thenPress?: string }
  | { readonly does: "hang-up"; readonly atSeconds?: number };

export type CallerScript = readonly CallerAction[];

export type ParsedScript = { readonly script: CallerScript } | { readonly fault: Said };

const grammar = said`Write keys ("1234"), keys at a second ("1@0.5"), "timeout", "talk 5", "talk 5#" or "hangup", with commas between.`;

/**
 * Reads `1,timeout,1234#,talk 5#,hangup`. White space is free. `KEYS@S` presses S seconds after the question began,
 * while the prompt still plays if it is longer; without it the caller waits for the end of the prompt.
 */
export function parseCallerScript(source: string): ParsedScript {
  const script: CallerAction[] = [];
  for (const raw of source.split(",")) {
    const word = raw.trim().toLowerCase();
    if (word === "") continue;
    const action = parseAction(word);
    if (action === undefined) return { fault: said`A caller cannot do "${raw.trim()}". ${grammar}` };
    script.push(action);
  }
  return { script };
}

function parseAction(word: string): CallerAction | undefined {
  if (word === "timeout" || word === "nothing") return { does: "nothing" };
  const hangUp = /^(?:hangup|hang-up)(?:@(\d+(?:\.\d+)?))?$/.exec(word);
  if (hangUp) return { does: "hang-up", ...at(hangUp[1]) };
  const talk = /^talk\s*(\d+(?:\.\d+)?)?\s*([0-9*#])?$/.exec(word);
  if (talk) return { does: "talk", seconds: Number(talk[1] ?? 5), ...(talk[2] ? { thenPress: talk[2] } : {}) };
  const press = /^([0-9*#]+)(?:@(\d+(?:\.\d+)?))?$/.exec(word);
  if (press) return { does: "press", keys: press[1] ?? "", ...at(press[2]) };
  return undefined;
}

function at(seconds: string | undefined): { atSeconds?: number } {
  return seconds === undefined ? {} : { atSeconds: Number(seconds) };
}

/** The script as it is written, so that a counterexample can be pasted into a command line. */
export function writeCallerScript(script: CallerScript): string {
  return script
    .map((action) => {
      if (action.does === "nothing") return "timeout";
      if (action.does === "talk")
        return action.thenPress ? `talk ${action.seconds} ${action.thenPress}` : `talk ${action.seconds}`;
      const when = action.atSeconds === undefined ? "" : `@${action.atSeconds}`;
      return (action.does === "press" ? action.keys : "hangup") + when;
    })
    .join(",");
}
