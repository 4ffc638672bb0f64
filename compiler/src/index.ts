/** What the rest of the product (and anybody else) uses of the compiler. */
export { type CallChange, compareCalls } from "./compare/compare-calls.ts";
export { compareFlows, type FieldChange, type FlowChange } from "./compare/compare-flows.ts";
export { describeChanges, describerOf } from "./compare/describe-changes.ts";
export { type Compiled, type CompileOptions, check, compile, defaultCompileOptions } from "./compile.ts";
export { printDocument } from "./export/print-program.ts";
export { exportStatic, fileName, type StaticExport } from "./export/static-documents.ts";
export type { Disposition } from "./expressions/disposition.ts";
export {
  type CallFacts,
  callFactNames,
  createExpressions,
  type Expressions,
  isOwnVariable,
  noCallFacts,
} from "./expressions/expressions.ts";
export { libraryPrompt, libraryPromptId } from "./expressions/library-prompt.ts";
export { expressionsIn, parseText, tidySpokenText } from "./expressions/placeholders.ts";
export * from "./flow/index.ts";
export { callOfTest } from "./flow-tests/call-of-test.ts";
export { type Coverage, coverageOf, percentOf } from "./flow-tests/coverage.ts";
export { endings, type HowEnded } from "./flow-tests/ending.ts";
export { openTestedFlow, playTest, type TestedFlow, type TestFailure, type TestRun } from "./flow-tests/play-test.ts";
export { type CallAtPhone, recordTest } from "./flow-tests/record-test.ts";
export { testCallOf } from "./flow-tests/test-call-of.ts";
export {
  type Expectations,
  type FlowTest,
  type FlowTests,
  flowTestSchema,
  flowTestsSchema,
} from "./flow-tests/test-file.ts";
export { tryAlways } from "./flow-tests/try-always.ts";
export { heardIn } from "./flow-tests/unmet.ts";
export type { HttpKeep } from "./http/reply.ts";
export { fillTemplate, type HttpTemplate } from "./http/template.ts";
export { type Imported, type ImportWarning, importOzml, type OzmlFile } from "./import/import-ozml.ts";
export type { KeyPress, TimedDeeds } from "./line/caller.ts";
export { type CallerAction, type CallerScript, parseCallerScript, writeCallerScript } from "./line/caller-script.ts";
export {
  type Afterwards,
  type Alarm,
  type Conversation,
  emptyReply,
  type FetchEffect,
  type FetchReply,
  isSound,
  type LineEffect,
  type ListEntry,
  type Outcome,
  type Party,
  type Reply,
  type Sound,
} from "./line/effects.ts";
export {
  type HttpHeader,
  type HttpMock,
  type HttpReply,
  type HttpRequest,
  httpMethods,
  isRepeatable,
  playHttp,
} from "./line/http.ts";
export { ScriptedLine } from "./line/scripted-line.ts";
export { isService, numberOf, type ServiceEffect, serviceEvent } from "./line/services.ts";
export { heardEvent, soundMs } from "./line/sounds.ts";
export { speechMs, unknownAudioMs } from "./line/speech.ts";
export { tellEvent } from "./line/tell-event.ts";
export { describe, joinKeys, printTranscript, type Transcript, type TranscriptEvent } from "./line/transcript.ts";
export type { World } from "./line/world.ts";
export { allDialects, type Dialect, dialectReadings, recommendedDialect } from "./machine/dialect.ts";
export {
  type PbxCall,
  type PbxNotification,
  type RouteDecision,
  type RoutedCall,
  runCall,
  runCommands,
  runNotification,
  runRouting,
} from "./machine/machine.ts";
export { notificationNames } from "./machine/notification-names.ts";
export { openQuestions, switches } from "./machine/open-questions.ts";
export { pairwiseDialects } from "./machine/pairwise.ts";
export type {
  ActiveCall,
  Contact,
  Extension,
  FiledContact,
  HistoryFilter,
  PastCall,
} from "./ozml/api-lists.ts";
export { attribute, child, type OzmlElement, type OzmlRead, sameName } from "./ozml/document.ts";
export { readOzml } from "./ozml/reader.ts";
export { type CommandEntry, commands, findCommand, findParameter, type Generation } from "./ozml/vocabulary.ts";
export { escapeXml } from "./ozml/writer.ts";
export { ownStep } from "./phases/1-parse/call-flows.ts";
export { issueSentence } from "./phases/1-parse/issue-sentence.ts";
export { flowJsonSchema } from "./phases/1-parse/json-schema.ts";
export { type LinkedFlow, linkFlow } from "./phases/1-parse/link-flow.ts";
export { idsNamed } from "./phases/1-parse/named-resources.ts";
export { nameOf, readFlow, readFlowFile } from "./phases/1-parse/read-flow.ts";
export { asFrozenSubFlow, asSubFlow, flowsCalled, withSubFlows } from "./phases/1-parse/sub-flows.ts";
export { createMemory } from "./phases/memory.ts";
export type { Claim, Refutation } from "./proofs/claims/claim.ts";
export { type Finding, refutationsOf } from "./proofs/findings.ts";
export type { EndOfCalls } from "./proofs/outcomes.ts";
export { simulated, stepsOfTrial, type TrialCall } from "./proofs/trial-call.ts";
export { howItGoes } from "./proofs/trial-sentence.ts";
export {
  type Calendar,
  calendarSchema,
  type Hours,
  type SpecialDay,
  type Weekday,
  weekdays,
} from "./resources/calendar.ts";
export type { Directory } from "./resources/directory.ts";
export { type HoursState, hoursAt, hoursAtLocal, nextChange } from "./resources/hours.ts";
export { type LocalTime, localTime } from "./resources/local-time.ts";
export {
  cellOf,
  findRow,
  type LookupTable,
  type ReadTable,
  readTable,
  tableLimits,
  writeTable,
} from "./resources/table.ts";
export { type Review, type ReviewOptions, review } from "./review.ts";
export { ownFaults } from "./rules/own-faults.ts";
export {
  type Answer,
  AnswerError,
  type Answerer,
  type Answering,
  type AskedHttp,
  type CallbackRequest,
  createAnswerer,
  type Effects,
  type Session,
  type Target,
} from "./runtime/answer.ts";
export type { Handler, Part, Program, Site, Tag } from "./runtime/program.ts";
export { likelyCallers } from "./simulate/likely-callers.ts";
export { type Measures, measure } from "./simulate/measure.ts";
export { type Moment, type Played, type PlayedCall, type PlayedCallback, playCall } from "./simulate/play-call.ts";
export { conversationOf, simulateFlow } from "./simulate/simulate-flow.ts";
export { type Simulated, type SimulatedCall, simulateProgram } from "./simulate/simulate-program.ts";
export { type EntryKind, type Port, type StepDefinition, type StepFamily, stepFamilies } from "./steps/definition.ts";
export { type FieldMeta, fieldMeta } from "./steps/fields/field.ts";
export { fieldAt } from "./steps/fields/field-at.ts";
export { type PromptAt, promptsIn } from "./steps/fields/prompts-in.ts";
export { type Translated, type TranslationState, translationState, wordsOf } from "./steps/fields/translations.ts";
export { visitFields } from "./steps/fields/visit-fields.ts";
export { findStepDefinition, stepDefinitions } from "./steps/registry.ts";
export { inEnglish, type Said, said, type Text, term, type Words } from "./words/said.ts";
