import { flowSchema, review } from "@ozflow/compiler";
import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import { apologyRows } from "../../editor/src/model/apology-rows.ts";
import { addStep, setData, setPrompts } from "../../editor/src/model/changes/index.ts";
import { createDocumentStore } from "../../editor/src/model/document-store.ts";
import {
  heardUntranslated,
  isToTranslate,
  keyOf,
  promptRows,
  spokenSeconds,
} from "../../editor/src/model/prompt-rows.ts";
import { readPrompts, writePrompts } from "../../editor/src/prompt-table/prompt-csv.ts";
import { replaced, rowsFound } from "../../editor/src/prompt-table/search-replace.ts";
import { flow } from "../support/flow-builder.ts";
import { largeFlow } from "../support/large-flow.ts";
import { drawn, menuFlow } from "./drawn.ts";

const place = { x: 0, y: 0 };
const textsOf = (flow: Parameters<typeof promptRows>[0]) => promptRows(flow).map(({ text }) => text);

describe("the table of prompts", () => {
  it("has everything that callers hear, and nothing else, from left to right", () => {
    const steps = drawn(
      addStep("say", { x: 900, y: 0 }),
      addStep("menu", place),
      addStep("send-sms", { x: 500, y: 0 }),
    );
    const parts = {
      parts: [{ say: "One" }, { play: "two.wav" }, { pauseSeconds: 1 }, { say: "Three", language: "de-DE" }],
    };
    const menu = steps.steps.find(({ id }) => id === "menu");
    const flow = setData("menu", { ...menu?.data, prompt: parts }).apply(steps);
    const rows = promptRows(flow);
    expect(rows.slice(0, 3).map(({ kind, text, language }) => [kind, text, language])).toEqual([
      ["text", "One", "en-US"],
      ["sound", "two.wav", "en-US"],
      ["text", "Three", "de-DE"],
    ]);
    expect(new Set(rows.map(({ step }) => step))).toEqual(new Set(["menu", "say"]));
    expect(rows[0]?.step).toBe("menu");
    expect(rows[2]?.place).toContain("4 of the list");
    expect(rows.at(-1)?.step).toBe("say");
  });

  it("knows about how long a text is, also of values that are read out in it", () => {
    expect(spokenSeconds("one two three four five")).toBe(2);
    expect(spokenSeconds("one two three four {name}")).toBe(2);
    expect(spokenSeconds("")).toBe(0);
  });

  it("changes one prompt and no other, as one step that can be undone", () => {
    const store = createDocumentStore(menuFlow());
    const before = textsOf(store.getState().flow);
    const [, row] = promptRows(store.getState().flow);
    if (row === undefined) throw new Error("a menu has prompts");
    store.commit(setPrompts([{ at: row, text: "N" }], "typing"));
    store.commit(setPrompts([{ at: row, text: "New" }], "typing"));
    expect(textsOf(store.getState().flow)).toEqual(before.with(1, "New"));
    store.undo();
    expect(textsOf(store.getState().flow)).toEqual(before);
  });
});

describe("prompts in several languages", () => {
  const bilingual = {
    ...setData("say", {
      say: "Hello",
      translations: { "es-ES": { say: "Hola", of: "Goodbye" } },
    }).apply(drawn(addStep("say", place))),
    languages: ["en-US", "es-ES", "de-DE"],
  };
  const rows = promptRows(bilingual);

  it("have a row for each language, also where nothing is translated yet", () => {
    expect(rows.map(({ language, text, translates }) => [language, text, translates?.state])).toEqual([
      ["en-US", "Hello", undefined],
      ["es-ES", "Hola", "stale"],
      ["de-DE", "", "missing"],
    ]);
    expect(rows.filter(isToTranslate).map(({ language }) => language)).toEqual(["es-ES", "de-DE"]);
  });

  it("are heard by callers where the problems say so", () => {
    const spoken = flow({
      languages: ["en-US", "es-ES"],
      steps: {
        in: "incoming-call",
        first: ["say", { say: "Which language?" }],
        chosen: ["set-language", { by: "language", language: "es-ES" }],
        second: ["say", { say: "Welcome" }],
      },
      edges: ["in > first > chosen > second"],
    });
    const all = promptRows(spoken).filter(isToTranslate);
    expect(all.map(({ step }) => step)).toEqual(["first", "second"]);
    expect(heardUntranslated(all, review(spoken).diagnostics).map(({ step }) => step)).toEqual(["second"]);
  });

  it("are translated where they stand, from the words of now", () => {
    const [, spanish, german] = rows;
    if (spanish === undefined || german === undefined) throw new Error("there is a row for each language");
    const after = setPrompts([
      { at: spanish, text: "Buenas" },
      { at: german, text: "Hallo" },
    ]).apply(bilingual);
    expect(after.steps[0]?.data["translations"]).toEqual({
      "es-ES": { say: "Buenas", of: "Hello" },
      "de-DE": { say: "Hallo", of: "Hello" },
    });
    expect(promptRows(after).filter(isToTranslate)).toEqual([]);
  });

  it("come back by a file, and ask where the words to be translated were changed meanwhile", () => {
    const { data } = Papa.parse<Record<string, string>>(writePrompts(rows), { header: true, skipEmptyLines: true });
    const german = data.find((row) => row["language"] === "de-DE");
    expect(german).toMatchObject({ of: "Hello", text: "" });
    const file = Papa.unparse(data.map((row) => (row === german ? { ...row, text: "Hallo" } : row)));
    const taken = readPrompts(file, rows);
    expect(taken).toMatchObject({ changes: [{ text: "Hallo", at: { language: "de-DE" } }], conflicts: [] });
    const [first] = rows;
    if (first === undefined) throw new Error("there is a row for each language");
    const now = promptRows(setPrompts([{ at: first, text: "Good morning" }]).apply(bilingual));
    expect(readPrompts(file, now)).toMatchObject({ changes: [], conflicts: [{ text: "Hallo" }], unknown: [] });
  });
});

describe("what callers hear when a flow fails", () => {
  const names = { label: "When something fails", text: "Text", sound: "Audio file" };
  const failing = flow({
    languages: ["en-US", "es-ES", "de-DE"],
    steps: {},
    fallback: { prompt: { say: "Sorry." }, translations: { "es-ES": { say: "Perdón.", language: "es-MX" } } },
  });
  const rowsOf = (drawn: typeof failing) => apologyRows(drawn, names);
  const rows = rowsOf(failing);
  const at = (index: number) => {
    const row = rows[index];
    if (row === undefined) throw new Error("there is a row for each language");
    return row;
  };

  it("has a row for each language beside those of steps, and none where it is what the server says", () => {
    expect(rows.map((row) => [row.language, row.place, row.text, row.translates?.state])).toEqual([
      ["en-US", "Text", "Sorry.", undefined],
      ["es-MX", "es-ES, Text", "Perdón.", "there"],
      ["de-DE", "de-DE, Text", "", "missing"],
    ]);
    expect(new Set(rows.map(keyOf)).size).toBe(3);
    const { fallback: _, ...silent } = failing;
    expect(rowsOf(silent)).toEqual([]);
  });

  it("may be a sound, which is as much to be translated as words are", () => {
    const played = rowsOf({ ...failing, fallback: { prompt: { play: "sorry.wav" } } });
    expect(played.map(({ kind, text, path }) => [kind, text, path.at(-1)])).toEqual([
      ["sound", "sorry.wav", "play"],
      ["text", "", "say"],
      ["text", "", "say"],
    ]);
    expect(played.filter(isToTranslate)).toHaveLength(2);
    expect(played[1]?.translates?.words).toBe("sorry.wav");
  });

  it("is heard by whoever is on the line then, so each language that is missing counts", () => {
    const missing = rows.filter(isToTranslate);
    expect(missing.map(({ language }) => language)).toEqual(["de-DE"]);
    expect(heardUntranslated(rows, review(failing).diagnostics)).toEqual(missing);
  });

  it("is corrected and translated where it stands, with the voice it has; the first is never without words", () => {
    const written = setPrompts([
      { at: at(0), text: "x".repeat(1500) },
      { at: at(1), text: "Lo sentimos." },
      { at: at(2), text: "Entschuldigung." },
    ]).apply(failing);
    expect(written.fallback).toEqual({
      prompt: { say: "x".repeat(1000) },
      translations: {
        "es-ES": { say: "Lo sentimos.", language: "es-MX" },
        "de-DE": { say: "Entschuldigung." },
      },
    });
    const emptied = setPrompts(rows.map((row) => ({ at: row, text: " " }))).apply(failing);
    expect(emptied.fallback).toEqual({ prompt: { say: "Sorry." } });
    expect(flowSchema.parse(written)).toEqual(written);
    const { fallback: _, ...gone } = failing;
    expect(setPrompts([{ at: at(0), text: "Sorry" }]).apply(gone)).toBe(gone);
  });

  it("is found, replaced, given out and taken back with all others", () => {
    const search = { find: "sorry", isCaseSensitive: false };
    expect(rowsFound(rows, search)).toEqual([at(0)]);
    expect(rowsFound(rows, { ...search, find: "something fails" })).toEqual(rows);
    const replacedAll = setPrompts(replaced(rows, search, "Excuse us")).apply(failing);
    expect(replacedAll.fallback?.prompt).toEqual({ say: "Excuse us." });

    const { data } = Papa.parse<Record<string, string>>(writePrompts(rows), { header: true, skipEmptyLines: true });
    expect(data.map(({ step, field, of }) => [step, field, of])).toEqual([
      ["", "fallback.prompt.say", ""],
      ["", "fallback.translations.es-ES.say", "Sorry."],
      ["", "fallback.translations.de-DE.say", "Sorry."],
    ]);
    const file = Papa.unparse(data.map((row, index) => (index === 2 ? { ...row, text: "Verzeihung." } : row)));
    expect(readPrompts(file, rows)).toMatchObject({
      changes: [{ at: at(2), text: "Verzeihung." }],
      conflicts: [],
      unknown: [],
    });
    // Its words were changed here meanwhile.
    expect(readPrompts(file, rowsOf(replacedAll))).toMatchObject({ changes: [], conflicts: [{ text: "Verzeihung." }] });
  });
});

describe("search and replace", () => {
  const flow = largeFlow(40);

  it("finds the very words, in texts and in names of steps", () => {
    const rows = promptRows(flow);
    const found = rowsFound(rows, { find: "ACCOUNT", isCaseSensitive: false });
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThan(rows.length);
    expect(rowsFound(rows, { find: "ACCOUNT", isCaseSensitive: true })).toEqual([]);
    expect(rowsFound(rows, { find: "o.tion", isCaseSensitive: false })).toEqual([]);
    expect(rowsFound(rows, { find: "", isCaseSensitive: false })).toEqual(rows);
  });

  it("replaces all of them at once, signs as signs", () => {
    const changes = replaced(promptRows(flow), { find: "press 1", isCaseSensitive: true }, "$& costs $1");
    const after = setPrompts(changes).apply(flow);
    const texts = textsOf(after);
    expect(texts.some((text) => text.includes("press 1"))).toBe(false);
    expect(texts.filter((text) => text.includes("$& costs $1"))).toHaveLength(changes.length);
    expect(changes.length).toBeGreaterThan(1);
  });

  it("leaves names of sounds alone", () => {
    const sounds = setData("play", { play: "hello.wav" }).apply(drawn(addStep("play", place)));
    expect(replaced(promptRows(sounds), { find: "hello", isCaseSensitive: false }, "bye")).toEqual([]);
  });
});

describe("the CSV file", () => {
  /** Whatever people write, and what spreadsheets would run. */
  const words = fc.oneof(
    fc.string({ unit: "grapheme", maxLength: 60 }),
    fc.constantFrom("=1+1", "'=1", "-5", "@here", '"quoted", and\nnew line', "'", "+36 1"),
  );

  it("says nothing new when it comes back as it was", () => {
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 8 }), (texts) => {
        const drawnMenu = drawn(addStep("menu", place));
        const prompt = { parts: texts.map((say) => ({ say })) };
        const flow = setData("menu", { ...drawnMenu.steps[0]?.data, prompt }).apply(drawnMenu);
        const rows = promptRows(flow).slice(0, texts.length);
        expect(rows.map(({ text }) => text)).toEqual(texts);
        expect(readPrompts(writePrompts(rows), rows)).toEqual({ changes: [], conflicts: [], unknown: [] });
      }),
    );
  });

  it("lets no spreadsheet run what is written in a prompt", () => {
    const flow = setData("say", { say: "=HYPERLINK(1)" }).apply(drawn(addStep("say", place)));
    expect(writePrompts(promptRows(flow))).not.toMatch(/(^|[,"])=/m);
  });

  const rows = promptRows(menuFlow());
  /** The file with other words in some rows. */
  const edited = (edit: (row: Record<string, string>, index: number) => void, file = writePrompts(rows)) => {
    const { data } = Papa.parse<Record<string, string>>(file, { header: true, skipEmptyLines: true });
    for (const [index, row] of data.entries()) edit(row, index);
    // As a spreadsheet of another country saves it.
    return Papa.unparse(data, { delimiter: ";" });
  };
  const translated = edited((row, index) => {
    if (index === 0) row["text"] = "Pulse 1";
  });

  it("brings the words that were changed in it", () => {
    const read = readPrompts(translated, rows);
    expect(read).toMatchObject({ changes: [{ at: rows[0], text: "Pulse 1" }], conflicts: [], unknown: [] });
  });

  it("tells what was changed here meanwhile, and takes back nothing that nobody touched in it", () => {
    const [first, second] = rows;
    if (first === undefined || second === undefined) throw new Error("a menu has prompts");
    const now = promptRows(
      setPrompts([
        { at: first, text: "Changed here" },
        { at: second, text: "Changed here too" },
      ]).apply(menuFlow()),
    );
    const read = readPrompts(translated, now);
    expect(read).toMatchObject({ changes: [], conflicts: [{ at: { text: "Changed here" }, text: "Pulse 1" }] });
    expect("conflicts" in read && read.conflicts).toHaveLength(1);
  });

  it("tells rows of prompts that there are not, by their line", () => {
    const strange = edited((row, index) => {
      if (index === 1) row["step"] = "nobody";
    });
    expect(readPrompts(strange, rows)).toMatchObject({ changes: [], unknown: [{ line: 3, step: "nobody" }] });
  });

  it("is refused when it is another table", () => {
    expect(readPrompts("name,phone\nAnna,1\n", rows)).toEqual({ missing: ["step", "field", "text"] });
  });
});
