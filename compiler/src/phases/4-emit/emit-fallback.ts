import { libraryPromptId } from "../../expressions/library-prompt.ts";
import type { Flow } from "../../flow/flow.ts";
import type { AttributeValue, Command } from "../../instructions/instruction.ts";
import type { CommandName } from "../../ozml/vocabulary.ts";
import type { Part } from "../../runtime/program.ts";
import { emitTemplate, type Target } from "./emit-template.ts";

/**
 * What callers hear when the flow cannot go on. Its texts are taken as they stand: when this is served nothing may be
 * known of the call, so there are no variables to read.
 */
export function emitFallback({ prompt, transferTo }: NonNullable<Flow["fallback"]>, target: Target): readonly Part[] {
  const commands = [promptCommand(prompt)];
  if (transferTo !== undefined) commands.push(command("BlindTransfer", {}, [transferTo]));
  commands.push(command("Hangup", {}));
  return emitTemplate({ kind: "end", instruction: { op: "end", step: "", commands } }, [], target);
}

function promptCommand(prompt: NonNullable<Flow["fallback"]>["prompt"]): Command {
  if ("say" in prompt) {
    return command("Speak", prompt.language === undefined ? {} : { Language: [prompt.language] }, [prompt.say]);
  }
  const id = libraryPromptId(prompt.play);
  return command("Play", {}, [id === undefined ? prompt.play : { prompt: id }]);
}

function command(
  name: CommandName,
  attributes: Readonly<Record<string, AttributeValue>>,
  content?: Command["content"],
): Command {
  return { name, step: "", fields: {}, attributes, ...(content === undefined ? {} : { content }) };
}
