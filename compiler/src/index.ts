/** What the rest of the product (and anybody else) uses of the compiler. */
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
export { flowJsonSchema } from "./phases/1-parse/json-schema.ts";
export { type LinkedFlow, linkFlow } from "./phases/1-parse/link-flow.ts";
export { idsNamed } from "./phases/1-parse/named-resources.ts";
export { nameOf, readFlow, readFlowFile } from "./phases/1-parse/read-flow.ts";
export { type Calendar, calendarSchema, type SpecialDay, type Weekday, weekdays } from "./resources/calendar.ts";
export { type HoursState, hoursAt, hoursAtLocal, nextChange } from "./resources/hours.ts";
export { type LocalTime, localTime } from "./resources/local-time.ts";
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
export { visitFields } from "./steps/fields/visit-fields.ts";
export { findStepDefinition, stepDefinitions } from "./steps/registry.ts";
