import type { Disposition } from "../expressions/disposition.ts";
import { libraryPrompt } from "../expressions/library-prompt.ts";
import type { Handler, Part, Program } from "../runtime/program.ts";

/**
 * A document as a person reads it: what is decided when it is asked for, then its OzML, with {expressions} where values
 * are put in and `document?path` where addresses are. For golden files, previews and error reports; never sent to a PBX.
 */
export function printDocument(program: Program, name: string): string {
  const handler = program.handlers[name];
  return handler === undefined ? "" : printHandler(handler, program, "");
}

function printHandler(handler: Handler, program: Program, indent: string): string {
  switch (handler.do) {
    case "receive":
      return `${indent}receive ${handler.into} from ${handler.parameter}\n${printHandler(handler.next, program, indent)}`;
    case "assign":
      return `${indent}set ${handler.variable} = ${handler.expression}\n${printHandler(handler.next, program, indent)}`;
    case "tell":
      return `${indent}note ${printTell(handler.tell)}\n${printHandler(handler.next, program, indent)}`;
    case "choose": {
      const cases = handler.cases.map(
        (one) => `${indent}when ${one.when}\n${printHandler(one.next, program, `${indent}  `)}`,
      );
      return `${cases.join("")}${indent}otherwise\n${printHandler(handler.otherwise, program, `${indent}  `)}`;
    }
    case "request": {
      const { method, url } = handler.request;
      const ways = handler.ways.map(
        (one) => `${indent}on ${one.statuses}\n${printHandler(one.next, program, `${indent}  `)}`,
      );
      return `${indent}ask ${method} ${url}\n${ways.join("")}${indent}otherwise\n${printHandler(handler.failed, program, `${indent}  `)}`;
    }
    case "jump":
      return `${indent}answer with ${handler.to}\n`;
    case "serve":
      return printParts(handler.parts, program).replace(/^/gm, indent).trimEnd().concat("\n");
  }
}

function printParts(parts: readonly Part[], program: Program): string {
  return parts
    .map((part) => {
      if ("text" in part) return part.text;
      if ("read" in part) return `{${part.read}}`;
      if ("prompt" in part) return libraryPrompt(part.prompt);
      if ("literal" in part) return part.literal;
      if ("link" in part) return printSite(part, program);
      if ("tell" in part) return `\n<!-- note ${printTell(part.tell)} -->`;
      if ("let" in part) return `\n<!-- set ${part.let} = ${part.be} -->${printParts(part.parts, program)}`;
      const cases = part.choose.map((one) => `\n<!-- when ${one.when} -->${printParts(one.parts, program)}`);
      return `${cases.join("")}\n<!-- otherwise -->${printParts(part.otherwise, program)}`;
    })
    .join("");
}

/** Not the number of the site, which changes with every edit before it, but what it says. */
function printSite(part: Extract<Part, { link: number }>, program: Program): string {
  const site = program.sites[part.link];
  if (site === undefined) return "";
  const done = site.deeds
    .map((one) => ("variable" in one ? `${one.variable}=${one.expression}` : `note=${printTell(one)}`))
    .join(";");
  const query = [site.path.join(">"), done, "newCall" in part ? "new call" : ""].filter((one) => one !== "").join("&");
  return query === "" ? site.document : `${site.document}?${query}`;
}

function printTell({ disposition, note }: Disposition): string {
  return note === "" ? disposition : `${disposition} (${note})`;
}
