import { getConnInfo } from "@hono/node-server/conninfo";
import { findCommand, type Generation } from "@ozflow/compiler";
import { type Context, Hono } from "hono";
import { readParameters } from "../../callback/read-parameters.ts";
import { type Access, refuse } from "./api/access.ts";
import { callCommands } from "./api/calls.ts";
import { type ApiCommands, type Asked, invalid } from "./api/command.ts";
import { listCommands } from "./api/lists.ts";
import { messageCommands } from "./api/messages.ts";
import { reply } from "./api/reply.ts";
import type { VirtualPbx } from "./virtual-pbx.ts";

export interface VirtualApiOptions {
  readonly pbx: VirtualPbx;
  readonly access?: Access;
  /** The API extensions there are; any name counts when absent. */
  readonly apiExtensions?: readonly string[];
  readonly now: () => Date;
}

const commands: ApiCommands = { ...callCommands, ...messageCommands, ...listCommands };

/** Which generation a path belongs to (reference, section 5). */
const paths: readonly (readonly [path: string, generation: Generation])[] = [
  ["/api", "new"],
  ["/", "old"],
];

/** The status is always 200, also for errors (reference, section 5). */
const xml = { "Content-Type": "application/xml" };

/** The HTTP API of the virtual PBX, GET and POST, and the recordings it has made. */
export function createVirtualApi(options: VirtualApiOptions): Hono {
  const api = new Hono();
  api.onError((error, context) =>
    context.body(reply(300, `Error occured during parsing message: '${error.message}'`), 200, xml),
  );
  for (const [path, generation] of paths) {
    api.on(["GET", "POST"], path, async (context) => {
      const { pbx, now, apiExtensions, access = {} } = options;
      const parameters = await readParameters(context);
      const refusal = refuse(access, parameters, addressOf(context));
      return context.body(refusal ?? (await run({ pbx, now, apiExtensions, generation, parameters })), 200, xml);
    });
  }
  api.get("/recordings/:name", async (context) => {
    const name = context.req.param("name");
    const recording = await options.pbx.sandbox?.readRecording(name);
    if (recording === undefined) return context.notFound();
    return context.body(recording, 200, { "Content-Type": name.endsWith(".mp3") ? "audio/mpeg" : "audio/wav" });
  });
  return api;
}

/** Undefined when the request came by no network. */
function addressOf(context: Context): string | undefined {
  return context.env === undefined || !("incoming" in context.env) ? undefined : getConnInfo(context).remote.address;
}

async function run(asked: Asked): Promise<string> {
  const name = asked.parameters["command"] ?? "";
  const entry = findCommand(name);
  if (entry !== undefined && !entry.usableIn.includes("api")) {
    return reply(303, `Command '${entry.name}' cannot be used here`);
  }
  // The same command may have another name in the other generation, where this one is not known.
  const spelled = entry?.elementNames[asked.generation] ?? entry?.name ?? "";
  const command = spelled.toLowerCase() === name.toLowerCase() ? commands[entry?.name ?? ""] : undefined;
  if (entry === undefined || command === undefined || !entry.generations.includes(asked.generation)) {
    return reply(301, `Not implemented command: '${name}'`);
  }
  const missing = command.needs?.find((one) => (asked.parameters[one.toLowerCase()] ?? "") === "");
  const noUrl = command.urls?.find((one) => isNoUrl(asked.parameters[one.toLowerCase()] ?? ""));
  const wrong = missing ?? noUrl;
  return wrong === undefined ? await command.run(asked) : invalid(wrong, entry.name);
}

function isNoUrl(text: string): boolean {
  return text !== "" && !URL.canParse(text);
}
