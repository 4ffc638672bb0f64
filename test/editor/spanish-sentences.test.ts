import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import {
  fieldMeta,
  inEnglish,
  readFlowFile,
  review,
  said,
  stepDefinitions,
  term,
  visitFields,
  type Words,
} from "@ozflow/compiler";
import { afterEach, describe, expect, it } from "vitest";
import { z } from "zod";
import { catalogues, sentences } from "../../editor/src/locales/sentences/index.es.ts";
import { addStep, replaceStep } from "../../editor/src/model/changes/index.ts";
import { alternativesOf, elementOf, fieldsOf } from "../../editor/src/model/fields.ts";
import { inFlowLanguage } from "../../editor/src/model/first-words.ts";
import { portsOf, summaryOf } from "../../editor/src/model/ports.ts";
import { say, speak } from "../../editor/src/model/say.ts";
import { titleOf } from "../../editor/src/model/step-words.ts";
import { searchSteps } from "../../editor/src/palette/search-steps.ts";
import { listExamples } from "../../server/src/use-cases/flows/list-examples.ts";
import { saidIn } from "../support/said-templates.ts";
import { drawn } from "./drawn.ts";

type Schema = Parameters<typeof fieldsOf>[0];

const spanish = { language: "es", sentences };
const blanks = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted();

/** Whether an example has words to translate, and is not a number, a name or an expression. */
const hasWords = (text: string) => /[a-z']{2,} [a-z]{2,}/i.test(text) || / or /.test(text);

/** What definitions of steps say to authors without `said`: of themselves, and of their fields however deep. */
function saidByDefinitions(): ReadonlySet<string> {
  const found = new Set<string>();
  const hear = (schema: Schema) => {
    const meta = schema && fieldMeta(schema);
    if (meta !== undefined) {
      for (const text of [meta.title, meta.help, meta.unit, ...(meta.labels ?? [])]) if (text) found.add(text);
      if (meta.placeholder !== undefined && hasWords(meta.placeholder)) found.add(meta.placeholder);
    }
    if (schema === undefined) return;
    for (const field of fieldsOf(schema)) hear(field.schema);
    for (const alternative of alternativesOf(schema)) hear(alternative);
    hear(elementOf(schema));
    if (schema instanceof z.ZodRecord) hear(schema.valueType as Schema);
  };
  for (const definition of stepDefinitions) {
    found.add(definition.title).add(definition.description);
    hear(definition.schema);
    // Titles of states of calls come from a table and not from the template of a sentence.
    for (const { title } of definition.ports(definition.defaults as never)) {
      if (typeof title === "object" && title.words.values.length === 0) found.add(title.message);
    }
  }
  return found;
}

/** How the gallery calls the example flows, and what it says of them. */
async function saidOfExamples(): Promise<readonly string[]> {
  const settings = { examplesFolder: fileURLToPath(new URL("../../flows/", import.meta.url)) };
  const examples = await listExamples({ settings, log: console } as unknown as Parameters<typeof listExamples>[0]);
  return examples.flatMap(({ name, description }) => [name, description]);
}

afterEach(() => speak());

describe("the Spanish of sentences", () => {
  it("lacks nothing that the compiler and the server say, and has nothing more", async () => {
    const said = new Set([
      ...saidIn("compiler/src", "server/src"),
      ...saidByDefinitions(),
      ...(await saidOfExamples()),
    ]);
    expect(Object.keys(sentences).toSorted()).toEqual([...said].toSorted());
  });

  it("has each sentence once", () => {
    const keys = Object.values(catalogues).flatMap((one) => Object.keys(one));
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  it("has the same blanks", () => {
    for (const [english, translated] of Object.entries(sentences)) {
      expect([english, blanks(translated)]).toEqual([english, blanks(english)]);
    }
  });

  it("is Spanish: sentences are not the English ones", () => {
    const words = (text: string) => text.replaceAll(/\{\w+\}/g, "").match(/\p{L}+/gu) ?? [];
    expect(Object.entries(sentences).filter(([key, text]) => key === text && words(key).length > 2)).toEqual([]);
  });

  it("puts values where they belong, says those that are sentences, and writes numbers as its readers do", () => {
    const sentence = said`"${"Menú"}" holds ${said`a text`}, but ${term("Text")} is kept here; choose another variable.`;
    speak(spanish);
    expect(say(sentence)).toBe("«Menú» contiene un texto, pero aquí se guarda Texto; elija otra variable.");
    expect(say(said`at most ${said`${20_000} entries`}`)).toBe("como mucho 20.000 entradas");
    expect(say("what the author wrote")).toBe("what the author wrote");
    speak();
    expect(say(sentence)).toBe(inEnglish(sentence));
    expect(say(said`at most ${said`${20_000} entries`}`)).toBe("at most 20,000 entries");
  });

  it("leaves English what nobody has translated, and says the rest", () => {
    speak({ language: "es", sentences: { "a text": "un texto" } });
    expect(say(said`"${"x"}" holds ${said`a text`} or ${said`a number`}.`)).toBe('"x" holds un texto or a number.');
  });
});

describe("steps in Spanish", () => {
  it("begin in the language of the flow, or of whoever draws it where that is another one", () => {
    const first = (...languages: readonly string[]) =>
      stepDefinitions.map(({ schema, defaults }) => {
        const [spoken, data] = [[] as string[], inFlowLanguage(defaults as object, { languages: [...languages] })];
        visitFields(schema, data, (meta, value) => meta.spoken === true && value !== "" && spoken.push(String(value)));
        return spoken;
      });
    const [english, spanishWords] = [first("en-US"), first("es-MX")];
    expect(english.flat()).toContain("For sales, press 1.");
    expect(spanishWords.flat()).toContain("Para ventas, pulse 1.");
    for (const [index, texts] of spanishWords.entries()) {
      expect(texts.filter((text) => english[index]?.includes(text))).toEqual([]);
    }
    expect(first("de-DE")).toEqual(english);
    speak(spanish);
    expect(first("de-DE")).toEqual(spanishWords);
    expect(first("en-UK")).toEqual(english);
  });

  it("are named, and ids, and what the author wrote, stay as they are", () => {
    speak(spanish);
    const flow = drawn(addStep("menu", { x: 0, y: 0 }), addStep("menu", { x: 0, y: 0 }));
    expect(flow.steps.map(({ id, label }) => `${id}: ${label}`)).toEqual(["menu: Menú", "menu-2: Menú 2"]);
    const [menu] = flow.steps;
    expect(menu && portsOf(menu)?.map(({ title }) => title)).toEqual([
      "Sales",
      "Sin respuesta",
      "Entrada no válida",
      "Intentos agotados",
    ]);
    expect(replaceStep("menu", "collect-digits").apply(flow).steps[0]?.label).toBe("Recoger cifras");
    expect(searchSteps(stepDefinitions, "desvío").map(({ type }) => type)).toEqual(["forward"]);
    speak();
    expect(titleOf("forward")).toBe("Forward");
  });

  it("tell what they do, around what the author wrote", () => {
    speak(spanish);
    const step = (type: string, data: object) => ({ id: "it", type, label: "", data: { ...data } });
    expect(summaryOf(step("record", { prompt: { say: "Hable." }, maxSeconds: 60 }))).toBe("“Hable.” Graba hasta 60 s");
    expect(summaryOf(step("transfer", { target: "2000" }))).toBe("a 2000");
    expect(portsOf(step("menu", { options: [{ key: "4", label: "" }] }))?.[0]?.title).toBe("Tecla 4");
  });
});

describe("what is said of faulty flows", () => {
  const folders = ["broken-flows", "planted-faults"].map((name) =>
    fileURLToPath(new URL(`../${name}/`, import.meta.url)),
  );
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(json|txt)$/.test(name) && !name.endsWith(".expected.json"))
      .map((name) => join(folder, name)),
  );

  /** The sentence in English, made again of its parts; each part with words in it has its Spanish. */
  function partsOf({ template, values }: Words): string {
    if (/\p{Letter}/u.test(template)) expect(Object.keys(sentences)).toContain(template);
    return template.replace(/\{(\d+)\}/g, (_blank, index: string) => {
      const value = values[Number(index)] ?? "";
      return typeof value === "object" ? partsOf(value) : inEnglish(value);
    });
  }

  it.each(files.map((file) => [basename(file), file]))("%s", (_name, file) => {
    const read = readFlowFile(readFileSync(file, "utf8"));
    const { diagnostics, claims } = "flow" in read ? review(read.flow) : { ...read, claims: [] };
    expect(diagnostics).not.toEqual([]);
    for (const { message, words, fix } of diagnostics) {
      expect(partsOf(words)).toBe(message);
      if (fix !== undefined) expect(partsOf(fix.words)).toBe(fix.title);
    }
    for (const one of claims.flatMap(({ title, remedy, sentence }) => [title, remedy, sentence]))
      expect(partsOf(one.words)).toBe(one.message);
  });
});
