import { type CommandEntry, findCommand, type Generation, type OzmlElement, said } from "@ozflow/compiler";
import { askPbx } from "./ozeki-request.ts";
import { PbxError } from "./pbx-error.ts";

export interface OzekiOptions {
  /** `http://HOST:9509` (newer) or `http://HOST:7780` (older), without path. */
  readonly url: string;
  readonly generation: Generation;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  readonly timeoutMs?: number;
  /** Told of each request that failed, before whoever sent it is. */
  readonly onError?: (kind: PbxError["kind"]) => void;
}

/** Parameters by their names in the vocabulary; "" and undefined leave one out. */
export type ApiParameters = Readonly<Record<string, string | number | boolean | undefined>>;

export type SendCommand = (name: string, parameters?: ApiParameters) => Promise<OzmlElement>;

/**
 * Sends commands of the vocabulary: under the name of the generation, and without parameters that the generation does
 * not know. `optionsNow` is asked for each command, so whom it goes to may change meanwhile. Throws {@link PbxError}, also for a command that the generation does not have.
 */
export function createSender(optionsNow: () => OzekiOptions): SendCommand {
  return async (name, parameters = {}) => {
    const options = optionsNow();
    const { generation, user, password, timeoutMs } = options;
    const command = findCommand(name);
    if (command === undefined || !command.generations.includes(generation)) {
      const sentence =
        generation === "old"
          ? said`A phone system of the older generation has no ${name}. Is its generation set right?`
          : said`A phone system of the newer generation has no ${name}. Is its generation set right?`;
      throw new PbxError("not-in-generation", sentence);
    }
    const query = new URLSearchParams({ command: command.elementNames[generation] ?? name });
    for (const [key, value] of Object.entries({ ...parameters, Username: user, Password: password })) {
      if (value !== undefined && value !== "" && isKnown(command, key, generation)) query.append(key, String(value));
    }
    try {
      return await askPbx(addressOf(options, query), timeoutMs);
    } catch (error) {
      if (error instanceof PbxError) options.onError?.(error.kind);
      throw error;
    }
  };
}

function isKnown(command: CommandEntry, name: string, generation: Generation): boolean {
  const entry = command.parameters.find((one) => one.name === name);
  return (entry?.generation ?? generation) === generation;
}

/** `command` comes first in every example of the manual. */
function addressOf({ url, generation }: OzekiOptions, query: URLSearchParams): string {
  return `${url.replace(/\/+$/, "")}/${generation === "new" ? "api" : ""}?${query}`;
}
