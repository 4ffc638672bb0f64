import type { Dialect } from "./dialect.ts";

/** How a switch can stand, the recommended reading first. */
interface Switch<Value> {
  /** Numbers of the questions in section 7 of the reference. */
  readonly questions: readonly number[];
  readonly readings: readonly [Reading<Value>, Reading<Value>];
}

interface Reading<Value> {
  readonly value: Value;
  /** A sentence. */
  readonly meaning: string;
}

export type Switches = { readonly [Key in keyof Dialect]-?: Switch<NonNullable<Dialect[Key]>> };

/** The switches of the machine. A switch and its readings are named here and nowhere else. */
export const switches: Switches = {
  keyStopsPrompt: {
    questions: [5],
    readings: [
      { value: true, meaning: "The first key stops the prompt that is playing." },
      { value: false, meaning: "The prompt plays to its end; the keys count all the same." },
    ],
  },
  partialEntry: {
    questions: [6],
    readings: [
      {
        value: "dropped",
        meaning: "Fewer keys than MinDigits when the time is over are dropped, as if none had come.",
      },
      { value: "entered", meaning: "They are taken as an entry." },
    ],
  },
  shortEntry: {
    questions: [6],
    readings: [
      { value: "entered", meaning: "At least MinDigits keys when the time is over are an entry." },
      { value: "dropped", meaning: "Only an entry of MaxDigits keys counts; a shorter one is dropped." },
    ],
  },
  timeoutCountsFrom: {
    questions: [6],
    readings: [
      { value: "prompt-end", meaning: "Timeout counts from the end of the prompt, and again from each key." },
      { value: "prompt-start", meaning: "Timeout counts from the start of the prompt, and again from each key." },
    ],
  },
  afterBranch: {
    questions: [3, 10],
    readings: [
      {
        value: "go-on",
        meaning: "Behind a branch, or the reply to ForwardToUrl, the command after the UserInput runs.",
      },
      { value: "ask-again", meaning: "With Repeat, the UserInput asks again." },
    ],
  },
  unmatchedEntry: {
    questions: [4],
    readings: [
      {
        value: "as-silence",
        meaning: "An entry that no Input has counts as no entry: asked again with Repeat, else on.",
      },
      { value: "ask-again", meaning: "The UserInput asks again, with Repeat or without." },
    ],
  },
  missingTimeoutSeconds: {
    questions: [7],
    readings: [
      { value: 0, meaning: "Without Timeout no key is waited for behind the prompt (the older page gives 0)." },
      { value: 10, meaning: "Without Timeout a key is waited for ten seconds." },
    ],
  },
  digitBounds: {
    questions: [8],
    readings: [
      { value: "min-max", meaning: "MinDigits and MaxDigits go before Digits." },
      { value: "digits", meaning: "Digits goes before MinDigits and MaxDigits." },
    ],
  },
  goToReturns: {
    questions: [9],
    readings: [
      { value: false, meaning: "The reply to a GoTo replaces the rest of the script." },
      { value: true, meaning: "When the reply is done, the commands behind the GoTo run." },
    ],
  },
  recordReply: {
    questions: [11],
    readings: [
      { value: "then-rest", meaning: "The reply to RecordCompleted runs, then the rest of the script." },
      { value: "instead-of-rest", meaning: "The reply to RecordCompleted replaces the rest of the script." },
    ],
  },
  failedRequest: {
    questions: [12],
    readings: [
      { value: "hang-up", meaning: "The call is hung up when a URL gives no OzML (the pages say so of Call only)." },
      { value: "go-on", meaning: "The command counts as done and the next one runs." },
    ],
  },
  unknownVariable: {
    questions: [15],
    readings: [
      { value: "kept", meaning: "A $name that nobody has set stays in the text as it is." },
      { value: "empty", meaning: "It disappears from the text." },
    ],
  },
  variablesAfterGoTo: {
    questions: [16],
    readings: [
      { value: "kept", meaning: "Var and Array live as long as the call." },
      { value: "lost", meaning: "Var and Array are unknown in the reply to a GoTo." },
    ],
  },
  placedCall: {
    questions: [17],
    readings: [
      { value: "at-once", meaning: "The script goes on as soon as the Call has been placed." },
      { value: "waited-for", meaning: "The script goes on when the placed call is over." },
    ],
  },
  lateReject: {
    questions: [18],
    readings: [
      { value: "ignored", meaning: "A Reject that is not the first command is passed over." },
      { value: "hangs-up", meaning: "It hangs up." },
    ],
  },
  exitLeaves: {
    questions: [20],
    readings: [
      { value: "script", meaning: "Exit stops the whole script; nothing is left to run and the call is hung up." },
      { value: "question", meaning: "Exit leaves the innermost UserInput, and the script where there is none." },
    ],
  },
  failedTransfer: {
    questions: [23],
    readings: [
      { value: "next-command", meaning: "Behind a BlindTransfer that fails the next command of the branch runs." },
      { value: "leaves-question", meaning: "Inside an Input, the UserInput is left and the command after it runs." },
    ],
  },
  endlessRecording: {
    questions: [24],
    readings: [
      { value: "until-hang-up", meaning: "A Record without Duration, Inactivity and FinishDigits ends by hanging up." },
      { value: "nothing", meaning: "It records nothing and the next command runs." },
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
  { number: 3, question: "What follows a finished Input branch?" },
  { number: 4, question: "What becomes of an entry that no Input has, without ForwardToUrl?" },
  { number: 5, question: "Does a key stop the prompt?" },
  { number: 6, question: "From when does Timeout count, and what becomes of part of an entry?" },
  { number: 7, question: "What holds when Timeout is missing?" },
  { number: 8, question: "How do Digits, MinDigits and MaxDigits go together?" },
  { number: 9, question: "Does GoTo return?" },
  { number: 10, question: "Does the script go on after the reply to ForwardToUrl?" },
  { number: 11, question: "Does the reply to RecordCompleted replace the rest of the script?" },
  { number: 12, question: "What happens when a URL cannot be reached, answers with an error, or with broken XML?" },
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
  { number: 15, question: "What becomes of an unknown $name?" },
  { number: 16, question: "How long do Var and Array live?" },
  { number: 17, question: "Is a Call in a script waited for?" },
  { number: 18, question: "What does a Reject do that is not the first command?" },
  {
    number: 19,
    question: "Which attributes do Beep, Exit, DeleteFile and WaitForMsg have?",
    chosen:
      "Nothing to run differently: Beep and Exit are run without attributes, DeleteFile with SourceFile, WaitForMsg with the inferred FromConnection, ID and Timeout. The vocabulary marks them inferred, and publishing a WaitForMsg warns.",
  },
  { number: 20, question: "Is Exit the same as Hangup?" },
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
  { number: 23, question: "What follows a BlindTransfer that fails in an Input branch?" },
  { number: 24, question: "When does a Record end that has no Duration?" },
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
