import { libraryPromptId } from "../expressions/library-prompt.ts";
import type { Diagnostic } from "../flow/index.ts";
import type { LinkedFlow } from "../phases/1-parse/link-flow.ts";
import { placeInStep } from "../phases/1-parse/read-flow.ts";
import { visitFields } from "../steps/fields/visit-fields.ts";
import { said, type Text } from "../words/said.ts";

/** Every sound of the prompt library that the flow plays is one of those that there are. */
export function checkPrompts({ flow, steps }: LinkedFlow, known: ReadonlySet<string>): readonly Diagnostic[] {
  const isMissing = (audio: string) => {
    const id = libraryPromptId(audio);
    return id !== undefined && !known.has(id);
  };
  const found: Diagnostic[] = [];
  for (const { step, definition, data } of steps.values()) {
    visitFields(definition.schema, data, (meta, value, path) => {
      if (meta.control !== "audio-file" || !isMissing(String(value))) return;
      found.push({ ...fault(placeInStep(step, path)), step: step.id, path });
    });
  }
  const { prompt, translations = {} } = flow.fallback ?? {};
  const apologies = [...(prompt === undefined ? [] : [prompt]), ...Object.values(translations)];
  if (apologies.some((one) => "play" in one && isMissing(one.play)))
    found.push(fault(said`Flow, when something fails`));
  return found;
}

function fault(place: Text): Diagnostic {
  const sentence = said`${place}: callers hear nothing, for this sound is not in the prompt library; choose another one.`;
  return { code: "prompt-missing", severity: "error", ...sentence };
}
