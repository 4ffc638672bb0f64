import { findCommand, type OzmlElement, readOzml } from "@ozflow/compiler";
import { type Asked, invalid, refuseExtension } from "./command.ts";
import { reply, success } from "./reply.ts";

/** What a request says beside its document (p_7642), by the names of its own document. */
const outside = ["DialedAddress", "ExtensionAddress", "CallerPhoneNumber", "CallerDisplayName", "RingTime"];

/**
 * Places the call of a Request document. What the parameters say counts; the document says the rest. That they come first
 * is inferred: the table has DialedAddress as mandatory beside a document that names it too.
 */
export function request(asked: Asked): string {
  const { pbx, parameters } = asked;
  if (!/^(?:[1-9]\d*)?$/.test(parameters["ringtime"] ?? "")) return invalid("RingTime", "Request");
  if (parameters["extensionaddress"]) {
    const refused = refuseExtension(asked, "ExtensionAddress");
    if (refused !== undefined) return refused;
  }
  const document = parameters["requestozml"] ?? "";
  const { root } = readOzml(document);
  if (root === undefined) return reply(300, `Error occured during parsing message: '${document}'`);
  const commands = isRequest(root) ? [root] : root.children;
  if (!commands.some(isRequest)) return invalid("RequestOzML", "Request");
  pbx.runCommands(commands.map((one) => (isRequest(one) ? laidOver(one, asked) : one)));
  return success();
}

function isRequest(element: OzmlElement): boolean {
  return findCommand(element.name)?.name === "Request";
}

function laidOver(element: OzmlElement, { parameters }: Asked): OzmlElement {
  const { position } = element;
  const given = outside.flatMap((name) => {
    const value = parameters[name.toLowerCase()] ?? "";
    return value === "" ? [] : [{ name, value, position }];
  });
  const said = new Set(given.map(({ name }) => name.toLowerCase()));
  return {
    ...element,
    attributes: [...given, ...element.attributes.filter(({ name }) => !said.has(name.toLowerCase()))],
  };
}
