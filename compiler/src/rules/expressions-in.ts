import { expressionsIn } from "../expressions/placeholders.ts";
import { namesRead } from "../expressions/tree.ts";
import { stringsInJson } from "../http/template.ts";
import type { Assign, Command, Instruction, Request } from "../instructions/instruction.ts";

/** What is read to be heard or got by people: read out, sent, put into an address. */
export const namesSpoken = (one: Instruction) => spokenIn(one).flatMap(namesRead);

/** What is read to be sent to a web server. */
export const namesSent = (one: Request) => inRequest(one).flatMap(namesRead);

/** What is read to be put into a variable. */
export const namesAssigned = ({ expression }: Assign) => namesRead(expression);

function spokenIn(one: Instruction): readonly string[] {
  switch (one.op) {
    case "do":
    case "end":
      return one.commands.flatMap(inCommand);
    case "ask":
      return one.prompt.flatMap(inCommand);
    case "await":
      return inCommand(one.command);
    case "enclose":
      return inCommand(one.command);
    case "request":
      return inRequest(one);
    case "tell":
      return expressionsIn(one.note);
    default:
      return [];
  }
}

function inCommand({ attributes, content = [], children = [] }: Command): readonly string[] {
  const parts = [...Object.values(attributes).flatMap((value) => (Array.isArray(value) ? value : [])), ...content];
  const own = parts.flatMap((part) => (typeof part === "object" && "expression" in part ? [part.expression] : []));
  return [...own, ...children.flatMap(inCommand)];
}

/** All that is sent: address, query, headers and body. */
function inRequest({ request }: Request): readonly string[] {
  const { body, ...others } = request;
  const sent = body !== undefined && "json" in body ? (stringsInJson(body.json) ?? []) : stringsIn(body);
  return [...stringsIn(others), ...sent].flatMap(expressionsIn);
}

function stringsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(stringsIn) : [];
}
