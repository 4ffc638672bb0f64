import { type Said, said } from "../words/said.ts";
import type { Dialect } from "./dialect.ts";

/** How a switch can stand, the recommended reading first. */
interface Switch<Value> {
  /** Numbers of the questions in section 7 of the reference. */
  readonly questions: readonly number[];
  /** What its readings answer. */
  readonly asks: Said;
  readonly readings: readonly [Reading<Value>, Reading<Value>];
}

interface Reading<Value> {
  readonly value: Value;
  readonly meaning: Said;
}

export type Switches = { readonly [Key in keyof Dialect]-?: Switch<NonNullable<Dialect[Key]>> };

/** The switches of the machine. A switch and its readings are named here and nowhere else. */
export const switches: Switches = {
  keyStopsPrompt: {
    questions: [5],
    asks: said`Does a key stop the prompt?`,
    readings: [
      { value: true, meaning: said`The first key stops the prompt that is playing.` },
      { value: false, meaning: said`The prompt plays to its end; the keys count all the same.` },
    ],
  },
  partialEntry: {
    questions: [6],
    asks: said`What becomes of fewer keys than MinDigits?`,
    readings: [
      {
        value: "dropped",
        meaning: said`Fewer keys than MinDigits when the time is over are dropped, as if none had come.`,
      },
      { value: "entered", meaning: said`They are taken as an entry.` },
    ],
  },
  shortEntry: {
    questions: [6],
    asks: said`What becomes of fewer keys than MaxDigits?`,
    readings: [
      { value: "entered", meaning: said`At least MinDigits keys when the time is over are an entry.` },
      { value: "dropped", meaning: said`Only an entry of MaxDigits keys counts; a shorter one is dropped.` },
    ],
  },
  timeoutCountsFrom: {
    questions: [6],
    asks: said`From when does Timeout count?`,
    readings: [
      { value: "prompt-end", meaning: said`Timeout counts from the end of the prompt, and again from each key.` },
      { value: "prompt-start", meaning: said`Timeout counts from the start of the prompt, and again from each key.` },
    ],
  },
  afterBranch: {
    questions: [3, 10],
    asks: said`What follows a finished Input branch?`,
    readings: [
      {
        value: "go-on",
        meaning: said`Behind a branch, or the reply to ForwardToUrl, the command after the UserInput runs.`,
      },
      { value: "ask-again", meaning: said`With Repeat, the UserInput asks again.` },
    ],
  },
  unmatchedEntry: {
    questions: [4],
    asks: said`What becomes of an entry that no Input has, without ForwardToUrl?`,
    readings: [
      {
        value: "as-silence",
        meaning: said`An entry that no Input has counts as no entry: asked again with Repeat, else on.`,
      },
      { value: "ask-again", meaning: said`The UserInput asks again, with Repeat or without.` },
    ],
  },
  missingTimeoutSeconds: {
    questions: [7],
    asks: said`What holds when Timeout is missing?`,
    readings: [
      { value: 0, meaning: said`Without Timeout no key is waited for behind the prompt (the older page gives 0).` },
      { value: 10, meaning: said`Without Timeout a key is waited for ten seconds.` },
    ],
  },
  digitBounds: {
    questions: [8],
    asks: said`How do Digits, MinDigits and MaxDigits go together?`,
    readings: [
      { value: "min-max", meaning: said`MinDigits and MaxDigits go before Digits.` },
      { value: "digits", meaning: said`Digits goes before MinDigits and MaxDigits.` },
    ],
  },
  goToReturns: {
    questions: [9],
    asks: said`Does GoTo return?`,
    readings: [
      { value: false, meaning: said`The reply to a GoTo replaces the rest of the script.` },
      { value: true, meaning: said`When the reply is done, the commands behind the GoTo run.` },
    ],
  },
  recordReply: {
    questions: [11],
    asks: said`Does the reply to RecordCompleted replace the rest of the script?`,
    readings: [
      { value: "then-rest", meaning: said`The reply to RecordCompleted runs, then the rest of the script.` },
      { value: "instead-of-rest", meaning: said`The reply to RecordCompleted replaces the rest of the script.` },
    ],
  },
  failedRequest: {
    questions: [12],
    asks: said`What happens when a URL cannot be reached, answers with an error, or with broken XML?`,
    readings: [
      {
        value: "hang-up",
        meaning: said`The call is hung up when a URL gives no OzML (the pages say so of Call only).`,
      },
      { value: "go-on", meaning: said`The command counts as done and the next one runs.` },
    ],
  },
  unknownVariable: {
    questions: [15],
    asks: said`What becomes of an unknown $name?`,
    readings: [
      { value: "kept", meaning: said`A $name that nobody has set stays in the text as it is.` },
      { value: "empty", meaning: said`It disappears from the text.` },
    ],
  },
  variablesAfterGoTo: {
    questions: [16],
    asks: said`How long do Var and Array live?`,
    readings: [
      { value: "kept", meaning: said`Var and Array live as long as the call.` },
      { value: "lost", meaning: said`Var and Array are unknown in the reply to a GoTo.` },
    ],
  },
  placedCall: {
    questions: [17],
    asks: said`Is a Call in a script waited for?`,
    readings: [
      { value: "at-once", meaning: said`The script goes on as soon as the Call has been placed.` },
      { value: "waited-for", meaning: said`The script goes on when the placed call is over.` },
    ],
  },
  lateReject: {
    questions: [18],
    asks: said`What does a Reject do that is not the first command?`,
    readings: [
      { value: "ignored", meaning: said`A Reject that is not the first command is passed over.` },
      { value: "hangs-up", meaning: said`It hangs up.` },
    ],
  },
  exitLeaves: {
    questions: [20],
    asks: said`Is Exit the same as Hangup?`,
    readings: [
      { value: "script", meaning: said`Exit stops the whole script; nothing is left to run and the call is hung up.` },
      { value: "question", meaning: said`Exit leaves the innermost UserInput, and the script where there is none.` },
    ],
  },
  failedTransfer: {
    questions: [23],
    asks: said`What follows a BlindTransfer that fails in an Input branch?`,
    readings: [
      { value: "next-command", meaning: said`Behind a BlindTransfer that fails the next command of the branch runs.` },
      {
        value: "leaves-question",
        meaning: said`Inside an Input, the UserInput is left and the command after it runs.`,
      },
    ],
  },
  endlessRecording: {
    questions: [24],
    asks: said`When does a Record end that has no Duration?`,
    readings: [
      {
        value: "until-hang-up",
        meaning: said`A Record without Duration, Inactivity and FinishDigits ends by hanging up.`,
      },
      { value: "nothing", meaning: said`It records nothing and the next command runs.` },
    ],
  },
};

/** One of the 26 holes in the manual. */
export interface OpenQuestion {
  readonly number: number;
  readonly question: string;
  /** For a question that is no switch of the machine: who chooses, what, and why running cannot tell the readings apart. */
  readonly chosen?: string;
}

export const openQuestions: readonly OpenQuestion[] = [
  {
    number: 1,
    question: "Does case count in names?",
    chosen:
      "A choice of reading and writing: the reader (`ozml/document.ts`, `sameName`) takes any case, the writer spells names as the vocabulary does. What is written reads the same either way.",
  },
  {
    number: 2,
    question: "What is the root element?",
    chosen:
      "A choice of reading and writing: `Response` is written; `Response`, `OzML` and a bare `Request` are read (`machine/machine.ts`).",
  },
  { number: 3, question: switches.afterBranch.asks.message },
  { number: 4, question: switches.unmatchedEntry.asks.message },
  { number: 5, question: switches.keyStopsPrompt.asks.message },
  { number: 6, question: "From when does Timeout count, and what becomes of part of an entry?" },
  { number: 7, question: switches.missingTimeoutSeconds.asks.message },
  { number: 8, question: switches.digitBounds.asks.message },
  { number: 9, question: switches.goToReturns.asks.message },
  { number: 10, question: "Does the script go on after the reply to ForwardToUrl?" },
  { number: 11, question: switches.recordReply.asks.message },
  { number: 12, question: switches.failedRequest.asks.message },
  {
    number: 13,
    question: "What are the parameters of notifications called?",
    chosen:
      "Names, not behaviour: the machine sends them under the names of `machine/notification-names.ts`, which its `names` option replaces. The server reads them in any case under any likely name and needs none (`server/src/notification.ts`).",
  },
  {
    number: 14,
    question: "How is & written in callback URLs?",
    chosen:
      "A choice of writing: `&amp;` in OzML (`ozml/writer.ts`); the API client encodes each parameter once (`server/src/pbx/ozeki-request.ts`). XML and forms leave a reader no second reading.",
  },
  { number: 15, question: switches.unknownVariable.asks.message },
  { number: 16, question: switches.variablesAfterGoTo.asks.message },
  { number: 17, question: switches.placedCall.asks.message },
  { number: 18, question: switches.lateReject.asks.message },
  {
    number: 19,
    question: "Which attributes do Beep, Exit, DeleteFile and WaitForMsg have?",
    chosen:
      "Nothing to run differently: Beep and Exit are run without attributes, DeleteFile with SourceFile, WaitForMsg with the inferred FromConnection, ID and Timeout. The vocabulary marks them inferred, and publishing a WaitForMsg warns.",
  },
  { number: 20, question: switches.exitLeaves.asks.message },
  {
    number: 21,
    question: "Which generation is the PBX of?",
    chosen:
      "A choice of writer and client: the `generation` option of the compiler and of the API client picks names, paths and parameters. The machine runs the names of both.",
  },
  {
    number: 22,
    question: "Which values do Voice and Language take?",
    chosen: "They depend on what is installed on the PBX, so they are passed through as they are (`commands/talk.ts`).",
  },
  { number: 23, question: switches.failedTransfer.asks.message },
  { number: 24, question: switches.endlessRecording.asks.message },
  {
    number: 25,
    question: "Which spelling counts where the newer tables have typing errors?",
    chosen:
      "A choice of reading and writing: the vocabulary writes the right spelling and knows the wrong ones as aliases (`ozml/commands.ts`).",
  },
  {
    number: 26,
    question: "Is enteredUrl of the vendor's sample the ForwardToUrl of the pages?",
    chosen: "Taken for the same: an alias in the vocabulary; ForwardToUrl is written.",
  },
];
