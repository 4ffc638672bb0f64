import type { PbxDriver } from "./driver.ts";
import { ozekiCalls } from "./ozeki-calls.ts";
import { createSender, type OzekiOptions } from "./ozeki-command.ts";
import { ozekiLists } from "./ozeki-lists.ts";
import { ozekiMessages } from "./ozeki-messages.ts";

export type { OzekiOptions };

/** The HTTP API of an Ozeki phone system (reference, section 5), of either generation. */
export function createOzekiPbx(options: OzekiOptions): PbxDriver {
  const send = createSender(options);
  return { ...ozekiCalls(send), ...ozekiMessages(send), ...ozekiLists(send) };
}
