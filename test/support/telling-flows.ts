import { aboutDecisions } from "./telling/decisions.ts";
import { aboutEntries } from "./telling/entries.ts";
import { aboutLanguages } from "./telling/languages.ts";
import { aboutNotes } from "./telling/notes.ts";
import { aboutRequests } from "./telling/requests.ts";
import { aboutRounds } from "./telling/rounds.ts";
import type { TellingFlow } from "./telling/telling-flow.ts";
import { aboutValues } from "./telling/values.ts";

/** Flows that show what random ones seldom do, each with a caller. */
export const tellingFlows: readonly TellingFlow[] = [
  ...aboutValues,
  ...aboutNotes,
  ...aboutDecisions,
  ...aboutEntries,
  ...aboutRequests,
  ...aboutRounds,
  ...aboutLanguages,
];
