import {
  type Diagnostic,
  type Flow,
  fieldAt,
  findStepDefinition,
  type PromptAt,
  parseText,
  promptsIn,
  type Step,
  speechMs,
  type TranslationState,
  translationState,
  visitFields,
  wordsOf,
} from "@ozflow/compiler";
import { say } from "./say.ts";
import { type Path, valueAt } from "./value-at.ts";

/** Something that a flow lets its callers hear. */
export interface PromptRow {
  /** undefined: of the flow itself. */
  readonly step: string | undefined;
  readonly label: string;
  /** Where it lies in the step's data, or in the flow. */
  readonly path: Path;
  /** The same as people read it: "Wrong key, Text". */
  readonly place: string;
  readonly kind: "text" | "sound";
  /** Words to read out, or the name of a sound; "" where a translation is missing. */
  readonly text: string;
  /** The one it is heard in: its own, or that of the callers who hear it. */
  readonly language: string;
  /** Of a translation: the words it is to say, and how it stands with it. */
  readonly translates?: { readonly language: string; readonly words: string; readonly state: TranslationState };
}

/** All prompts of steps, in the order the steps lie on the canvas: from left to right, from top to bottom. */
export function promptRows(flow: Flow): readonly PromptRow[] {
  const place = (step: Step) => flow.layout[step.id] ?? { x: 0, y: 0 };
  return flow.steps
    .toSorted((a, b) => place(a).x - place(b).x || place(a).y - place(b).y)
    .flatMap((step) => promptsOf(step, flow.languages));
}

type Languages = Flow["languages"];

function promptsOf(step: Step, languages: Languages): readonly PromptRow[] {
  const known = remembered.get(step);
  if (known?.languages === languages) return known.rows;
  const rows = askForPrompts(step, languages);
  remembered.set(step, { languages, rows });
  return rows;
}

/** Steps are never changed in place, and every key that is typed asks for all of them. */
const remembered = new WeakMap<Step, { readonly languages: Languages; readonly rows: readonly PromptRow[] }>();

function askForPrompts(step: Step, [first = "", ...others]: Languages): readonly PromptRow[] {
  const schema = findStepDefinition(step.type)?.schema;
  if (schema === undefined) return [];
  const prompts = promptsIn(schema, step.data);
  const rowAt = (path: Path, kind: PromptRow["kind"], text: string): PromptRow => {
    const translated = translationAt(path, prompts);
    const language = valueAt(step.data, [...path.slice(0, -1), "language"]);
    return {
      step: step.id,
      label: step.label === "" ? step.id : step.label,
      path,
      place: say(fieldAt(schema, path).place),
      kind,
      text,
      language: typeof language === "string" && language !== "" ? language : (translated?.language ?? first),
      ...(translated === undefined ? {} : { translates: translated }),
    };
  };
  const rows: PromptRow[] = [];
  visitFields(schema, step.data, (meta, value, path) => {
    const kind = meta.spoken === true ? "text" : meta.control === "audio-file" ? "sound" : undefined;
    if (kind !== undefined && typeof value === "string") rows.push(rowAt(path, kind, value));
  });
  for (const one of prompts) {
    const absent = others.filter(
      (code) => one.prompt.translations?.[code] === undefined && translationState(one.prompt, code) === "missing",
    );
    const behind = rows.findLastIndex(({ path }) => one.path.every((key, index) => path[index] === key)) + 1;
    rows.splice(behind, 0, ...absent.map((code) => rowAt([...one.path, "translations", code, "say"], "text", "")));
  }
  return rows;
}

/** Which prompt a path leads to the translation of, and what that is to say. */
function translationAt(path: Path, prompts: readonly PromptAt[]) {
  for (const one of prompts) {
    const [key, code] = path.slice(one.path.length);
    const isOwn = one.path.every((part, index) => path[index] === part);
    if (!isOwn || key !== "translations" || typeof code !== "string") continue;
    return { language: code, words: wordsOf(one.prompt), state: translationState(one.prompt, code) };
  }
  return undefined;
}

/** Tells a prompt from all others of its flow, also after its words have changed. */
export function keyOf({ step, path }: Pick<PromptRow, "step" | "path">): string {
  return `${step ?? ""} ${path.join(".")}`;
}

/** Callers would hear something else in this language than they should. */
export function isToTranslate({ translates }: PromptRow): boolean {
  return translates?.state === "missing" || translates?.state === "stale";
}

/** Those of them that some caller comes to hear, as the problems of the flow tell; when it fails, any caller. */
export function heardUntranslated(
  rows: readonly PromptRow[],
  problems: readonly Pick<Diagnostic, "step" | "path">[],
): readonly PromptRow[] {
  const told = new Set(problems.map(({ step, path = [] }) => keyOf({ step, path })));
  const translationOf = ({ path }: PromptRow) => path.slice(0, path.lastIndexOf("translations") + 2);
  return rows.filter(
    (row) =>
      isToTranslate(row) && (row.step === undefined || told.has(keyOf({ step: row.step, path: translationOf(row) }))),
  );
}

/** Seconds a text takes to be read out, about; what stands for a value counts as a word. */
export function spokenSeconds(text: string, language?: string): number {
  const plain = parseText(text).parts.map((part) => (typeof part === "string" ? part : "value"));
  return Math.round(speechMs(plain.join(" "), language) / 100) / 10;
}
