import { libraryPromptId } from "../../expressions/library-prompt.ts";
import type { Apology, Fallback } from "../../flow/flow.ts";
import type { AttributeValue, Command } from "../../instructions/instruction.ts";
import type { CommandName } from "../../ozml/vocabulary.ts";
import type { Part } from "../../runtime/program.ts";
import { emitTemplate, type Target } from "./emit-template.ts";

/**
 * What callers hear when the flow cannot go on, in each of its languages one after the other. Texts are taken as they stand:
 * when this is served nothing may be known of the call, so there are no variables to read and no language that was chosen.
 */
export function emitFallback(fallback: Fallback, languages: readonly string[], target: Target): readonly Part[] {
  const commands = languages.flatMap((language, index) => {
    const prompt = index === 0 ? fallback.prompt : fallback.translations?.[language];
    return prompt === undefined ? [] : [promptCommand(prompt, languages.length > 1 ? language : undefined)];
  });
  if (fallback.transferTo !== undefined) commands.push(command("BlindTransfer", {}, [fallback.transferTo]));
  commands.push(command("Hangup", {}));
  return emitTemplate({ kind: "end", instruction: { op: "end", step: "", commands } }, [], target);
}

/** `spokenIn`: what a text is in that names no language itself; not given: the PBX is not told. */
function promptCommand(prompt: Apology, spokenIn: string | undefined): Command {
  if ("say" in prompt) {
    const language = prompt.language ?? spokenIn;
    return command("Speak", language === undefined ? {} : { Language: [language] }, [prompt.say]);
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
