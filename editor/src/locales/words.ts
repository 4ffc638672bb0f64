import type { activeCalls } from "./active-calls.en.ts";
import type { address } from "./address.en.ts";
import type { calendars } from "./calendars.en.ts";
import type { callSetup } from "./call-setup.en.ts";
import type { calls } from "./calls.en.ts";
import type { drawing } from "./drawing.en.ts";
import type { en } from "./en.ts";
import type { exporting } from "./export.en.ts";
import type { fallback } from "./fallback.en.ts";
import type { measures } from "./measures.en.ts";
import type { pbxCalls } from "./pbx-calls.en.ts";
import type { phone } from "./phone.en.ts";
import type { phoneSystem } from "./phone-system.en.ts";
import type { promises } from "./promises.en.ts";
import type { promptTable } from "./prompt-table.en.ts";
import type { prompts } from "./prompts.en.ts";
import type { proofs } from "./proofs.en.ts";
import type { recordings } from "./recordings.en.ts";
import type { serverSettings } from "./server-settings.en.ts";
import type { shortcuts } from "./shortcuts.en.ts";
import type { startCall } from "./start-call.en.ts";
import type { stepForm } from "./step-form.en.ts";
import type { tables } from "./tables.en.ts";
import type { tests } from "./tests.en.ts";
import type { timeField } from "./time-field.en.ts";
import type { transcript } from "./transcript.en.ts";
import type { translations } from "./translations.en.ts";
import type { versions } from "./versions.en.ts";

type DrawingTexts = typeof drawing;
type PbxCallTexts = typeof pbxCalls;

/** English texts that come with the page that shows them. */
export interface LaterTexts extends DrawingTexts, PbxCallTexts {
  readonly serverSettings: typeof serverSettings;
  readonly callSetup: typeof callSetup;
  readonly calls: typeof calls;
  readonly startCall: typeof startCall;
  readonly measures: typeof measures;
  readonly export: typeof exporting;
  readonly address: typeof address;
  readonly calendars: typeof calendars;
  readonly proofs: typeof proofs;
  readonly fallback: typeof fallback;
  readonly promises: typeof promises;
  readonly phoneSystem: typeof phoneSystem;
  readonly tests: typeof tests;
  readonly tables: typeof tables;
  readonly versions: typeof versions;
  readonly prompts: typeof prompts;
  readonly promptTable: typeof promptTable;
  readonly translations: typeof translations;
  readonly stepForm: typeof stepForm;
  readonly phone: typeof phone;
  readonly shortcuts: typeof shortcuts;
  readonly recordings: typeof recordings;
  readonly timeField: typeof timeField;
  readonly transcript: typeof transcript;
  readonly activeCalls: typeof activeCalls;
}

/** What a catalogue has: the same keys as the English one, each with words of its own. */
export type Words = Same<typeof en & LaterTexts>;

type Same<Texts> = { readonly [Key in keyof Texts]: Texts[Key] extends string ? string : Same<Texts[Key]> };
