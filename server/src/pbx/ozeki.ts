import type { PbxDriver } from "./driver.ts";
import { ozekiCalls } from "./ozeki-calls.ts";
import { createSender, type OzekiOptions } from "./ozeki-command.ts";
import { ozekiLists } from "./ozeki-lists.ts";
import { ozekiMessages } from "./ozeki-messages.ts";

export type { OzekiOptions };

/** The HTTP API of an Ozeki phone system (reference, section 5), of either generation. A function is asked for each command. */
export function createOzekiPbx(options: OzekiOptions | (() => OzekiOptions)): PbxDriver {
  const send = createSender(typeof options === "function" ? options : () => options);
  return { ...ozekiCalls(send), ...ozekiMessages(send), ...ozekiLists(send) };
}
