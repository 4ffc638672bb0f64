import { escapeXml } from "../ozml/writer.ts";
import { handlersBehind } from "../runtime/handlers-behind.ts";
import type { Handler, Part, Program } from "../runtime/program.ts";

/** A program as files: what any web server can give to a PBX, and what needs ours. */
export interface StaticExport {
  /** File name to OzML, for every document that is the same for every call. */
  readonly files: ReadonlyMap<string, string>;
  /** Documents that are made anew for each call, with the steps that are the reason. */
  readonly live: ReadonlyMap<string, readonly string[]>;
}

/** The file a document is kept in. */
export function fileName(document: string): string {
  return `${document}.ozml`;
}

/**
 * Documents as files, linked to each other below `baseUrl` (which ends in no slash). The PBX asks by POST, so the web
 * server must answer POST with a file. A file may link to a live document; it is then served by nobody but OzFlow.
 */
export function exportStatic(program: Program, baseUrl: string): StaticExport {
  const files = new Map<string, string>();
  const live = new Map<string, readonly string[]>();
  for (const name of Object.keys(program.handlers)) {
    const reasons = new Set<string>();
    const parts = servedBy(program, name, reasons);
    const xml = parts === undefined ? "" : write(parts, program, baseUrl, reasons);
    if (reasons.size === 0) files.set(fileName(name), xml);
    else live.set(name, [...reasons].sort());
  }
  return { files, live };
}

/** What the document always is, jumps followed; the steps that decide it otherwise are added to `reasons`. */
function servedBy(program: Program, name: string, reasons: Set<string>): readonly Part[] | undefined {
  const seen = new Set<string>();
  let handler: Handler | undefined = program.handlers[name];
  while (handler?.do === "jump" && !seen.has(handler.to)) {
    seen.add(handler.to);
    handler = program.handlers[handler.to];
  }
  if (handler?.do === "serve") return handler.parts;
  collectSteps(handler, reasons);
  return undefined;
}

function collectSteps(handler: Handler | undefined, reasons: Set<string>): void {
  if (handler === undefined || handler.do === "serve" || handler.do === "jump") return;
  reasons.add(handler.step);
  for (const next of handlersBehind(handler)) collectSteps(next, reasons);
}

function write(parts: readonly Part[], program: Program, baseUrl: string, reasons: Set<string>): string {
  let xml = "";
  let step = "";
  for (const part of parts) {
    if ("text" in part) {
      xml += part.text;
      step = part.tags.findLast((one) => one.step !== "")?.step ?? step;
      continue;
    }
    const site = "link" in part ? program.sites[part.link] : undefined;
    if ("literal" in part) xml += escapeXml(part.literal);
    else if (site !== undefined && site.deeds.length === 0 && !("newCall" in part)) {
      xml += escapeXml(`${baseUrl}/${fileName(site.document)}`);
    } else if ("tell" in part) {
      reasons.add(part.step);
    } else {
      reasons.add(site?.path.at(-1) ?? step);
    }
  }
  return xml;
}
