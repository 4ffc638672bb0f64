import {
  type Command,
  type ContentPart,
  dtmfKeys,
  type Enclose,
  type InsidePart,
  isNewCallLink,
  type Label,
  type Path,
} from "../../instructions/instruction.ts";
import type { Generation } from "../../ozml/vocabulary.ts";
import { writeDocument, writeElements, type XmlElement } from "../../ozml/writer.ts";
import type { Part, Site, Tag } from "../../runtime/program.ts";
import type { Block } from "../3-plan/plan.ts";
import { elementNameOf, isWritten } from "./generation.ts";

/**
 * A document is written once, by the writer, with marks where something is put in later; then it is cut at the marks.
 * Marks are U+E000 number U+E001: private characters, which an author's own text is relieved of first.
 */
const markPattern = /\ue000(\d+)\ue001/u;
/** A mark that stands for elements is an element of its own; it is cut out together with its line. */
const markElement = "ozflow-mark";
const cutPattern = new RegExp(`\\n *<${markElement} n="(\\d+)"/>|${markPattern.source}`, "u");

/** What is known on the way down to a place in the document. */
interface Way {
  readonly path: readonly string[];
  readonly deeds: Site["deeds"];
  /** Depth in the document, for the indentation of pieces written apart. */
  readonly depth: number;
}

/** What a document is written for. */
export interface Target {
  readonly generation: Generation;
  addSite(site: Site): number;
}

export function emitTemplate(block: Block, path: readonly string[], { generation, addSite }: Target): readonly Part[] {
  const marks: Part[] = [];
  const mark = (part: Part) => `\ue000${marks.push(part) - 1}\ue001`;
  const tags: Tag[] = [];

  function emit(at: Block, way: Way): XmlElement[] {
    const elements: XmlElement[] = [];
    let here = at;
    let on = way;
    for (;;) {
      if ("instruction" in here) on = { ...on, path: extend(on.path, here.instruction.step) };
      switch (here.kind) {
        case "do":
          elements.push(...here.instruction.commands.map(toElement));
          here = here.next;
          continue;
        case "enclose":
          elements.push(...enclosed(here.instruction, on.depth));
          here = here.next;
          continue;
        case "assign": {
          const { variable, expression } = here.instruction;
          const inner = { ...on, deeds: [...on.deeds, { variable, expression }] };
          elements.push(placeholder({ let: variable, be: expression, parts: piece(here.next, inner) }));
          return elements;
        }
        case "tell": {
          const { disposition, note, step } = here.instruction;
          const tell = { disposition, note };
          if (here.isSure) elements.push(placeholder({ tell, step }));
          else on = { ...on, deeds: [...on.deeds, tell] };
          here = here.next;
          continue;
        }
        case "choose": {
          const block = here;
          const inner = on;
          if (block.cases.length === 0) {
            here = block.otherwise;
            continue;
          }
          const cases = block.instruction.cases.map((one, index) => ({
            when: one.when,
            parts: piece(block.cases[index] ?? block.otherwise, inner),
          }));
          elements.push(placeholder({ choose: cases, otherwise: piece(block.otherwise, inner) }));
          return elements;
        }
        case "ask":
          elements.push(userInput(here, on));
          here = here.silent;
          continue;
        case "await": {
          const { command, attribute, to } = here.instruction;
          const element = toElement(command);
          const link = mark({ link: site(to, on) });
          elements.push({ ...element, attributes: { ...element.attributes, [attribute]: link } });
          return elements;
        }
        case "end":
          elements.push(...here.instruction.commands.map(toElement));
          return elements;
        case "go":
          elements.push(own({ name: "GoTo", attributes: {}, content: mark({ link: site(here.to, on) }) }, on));
          return elements;
        case "receive":
        case "request":
          throw new Error(`${here.instruction.step}: ${here.kind} is only possible at the beginning of a document`);
      }
    }
  }

  function userInput(block: Extract<Block, { kind: "ask" }>, way: Way): XmlElement {
    const { instruction } = block;
    const step = instruction.step;
    tags.push(tagOf(step, instruction.fields));
    const branches = branchesOf(block);
    const asksAboutOthers = branches.length < dtmfKeys.length || instruction.maxDigits > 1;
    const digits =
      instruction.minDigits === instruction.maxDigits
        ? { Digits: String(instruction.maxDigits) }
        : { MinDigits: String(instruction.minDigits), MaxDigits: String(instruction.maxDigits) };
    const attributes = {
      // Always written: the defaults are 0 seconds and, in one reading, an endless round (open question 7).
      Timeout: String(instruction.timeoutSeconds),
      Repeat: "false",
      ...digits,
      ...(asksAboutOthers ? { ForwardToUrl: mark({ link: site(instruction.other, way) }) } : {}),
    };
    const content: XmlElement[] = [];
    if (instruction.prompt.length > 0) {
      tags.push({ step });
      const prompt = instruction.prompt.map(toElement);
      content.push({ name: "InitialCommands", attributes: {}, content: prompt });
    }
    if (branches.length > 0) {
      tags.push({ step });
      const inputs = branches.map(([key, then, field]): XmlElement => {
        tags.push(tagOf(step, field === undefined ? {} : { key: field }));
        return { name: "Input", attributes: { key }, content: emit(then, { ...way, depth: way.depth + 3 }) };
      });
      content.push({ name: "Inputs", attributes: {}, content: inputs });
    }
    return { name: "UserInput", attributes, content };
  }

  function enclosed({ before, command, insides, step }: Enclose, depth: number): readonly XmlElement[] {
    const first = before.map(toElement);
    const element = toElement(command);
    const content = insides.flatMap((inside): readonly XmlElement[] => {
      if (inside.element === undefined) return insideElements(inside.content, depth + 1);
      if (inside.content.length === 0) return [];
      tags.push({ step });
      return [{ name: inside.element, attributes: {}, content: insideElements(inside.content, depth + 2) }];
    });
    return [...first, { ...element, content: [...children(element), ...content] }];
  }

  function insideElements(parts: readonly InsidePart[], depth: number): readonly XmlElement[] {
    return parts.flatMap((part) => {
      if (part.op === "do") return part.commands.map(toElement);
      if (part.op === "enclose") return enclosed(part.instruction, depth);
      const write = (inner: readonly InsidePart[]) => apart(() => insideElements(inner, depth), depth);
      const cases = part.cases.map(({ when, content }) => ({ when, parts: write(content) }));
      return [placeholder({ choose: cases, otherwise: write(part.otherwise) })];
    });
  }

  function toElement(command: Command): XmlElement {
    const written = Object.entries(command.attributes).filter(([name]) => isWritten(command, name, generation));
    const attributes = written.map(([name, value]) => [
      name,
      isNewCallLink(value) ? mark({ link: newCallSite(value.newCall), newCall: true }) : text(value),
    ]);
    tags.push(tagOf(command.step, command.fields));
    return {
      name: elementNameOf(command, generation),
      attributes: Object.fromEntries(attributes),
      content: command.children === undefined ? text(command.content ?? []) : command.children.map(toElement),
    };
  }

  function own(element: XmlElement, way: Way): XmlElement {
    tags.push({ step: way.path.at(-1) ?? "" });
    return element;
  }

  function text(parts: readonly ContentPart[]): string {
    return parts
      .map((part) =>
        typeof part === "string"
          ? part.replace(/[\ue000\ue001]/gu, (character) => mark({ literal: character }))
          : mark("prompt" in part ? part : { read: part.expression }),
      )
      .join("");
  }

  function site(document: Label, way: Way): number {
    return addSite({ document, path: way.path, deeds: way.deeds });
  }

  /** Another call begins with nothing behind it: its values are taken when the document is made. */
  function newCallSite(document: Label): number {
    return addSite({ document, path: [], deeds: [] });
  }

  /** Elements that are put in only in some case: written apart, at their depth, with steps of their own. */
  function piece(at: Block, way: Way): readonly Part[] {
    return apart(() => emit(at, way), way.depth);
  }

  function apart(write: () => readonly XmlElement[], depth: number): readonly Part[] {
    const outer = tags.splice(0);
    const xml = writeElements(write(), depth);
    const parts = cut(xml, tags.splice(0));
    tags.push(...outer);
    return parts;
  }

  function placeholder(part: Part): XmlElement {
    return { name: markElement, attributes: { n: String(marks.push(part) - 1) }, content: "" };
  }

  function cut(xml: string, all: readonly Tag[]): readonly Part[] {
    const parts: Part[] = [];
    let tag = 0;
    const pieces = xml.split(cutPattern);
    for (let index = 0; index < pieces.length; index += 3) {
      const literal = pieces[index] ?? "";
      const count = literal.match(/<[A-Za-z]/g)?.length ?? 0;
      if (literal !== "") parts.push({ text: literal, tags: all.slice(tag, tag + count) });
      tag += count;
      const part = marks[Number(pieces[index + 1] ?? pieces[index + 2] ?? Number.NaN)];
      if (part !== undefined) parts.push(part);
    }
    return parts;
  }

  const root = { name: "Response", attributes: {}, content: emit(block, { path, deeds: [], depth: 1 }) };
  return cut(writeDocument(root), [{ step: "" }, ...tags]);
}

function children(element: XmlElement): readonly XmlElement[] {
  return typeof element.content === "string" ? [] : element.content;
}

function tagOf(step: string, fields: Readonly<Record<string, Path>>): Tag {
  return Object.keys(fields).length === 0 ? { step } : { step, fields };
}

type Branch = readonly [key: string, then: Block, field: Path | undefined];

/** What follows each key, the keys that are not offered included where the document says it itself. */
function branchesOf({ instruction, keys, wrong, foreseen }: Extract<Block, { kind: "ask" }>): readonly Branch[] {
  const offered = instruction.keys.flatMap(({ key, field }, index): readonly Branch[] => {
    const then = keys[index];
    return then === undefined ? [] : [[key, then, field]];
  });
  if (foreseen.length > 0) return [...offered, ...foreseen.map(({ key, block }): Branch => [key, block, undefined])];
  if (wrong === undefined || wrong.kind === "go") return offered;
  const others = dtmfKeys.filter((key) => !instruction.keys.some((one) => one.key === key));
  return [...offered, ...others.map((key): Branch => [key, wrong, undefined])];
}

function extend(path: readonly string[], step: string): readonly string[] {
  return step === "" || path.at(-1) === step ? path : [...path, step];
}
