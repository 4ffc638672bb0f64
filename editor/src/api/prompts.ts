import { ask } from "./client.ts";

/** A sound of the prompt library. */
export interface Prompt {
  readonly id: string;
  readonly name: string;
  readonly format: "wav" | "mp3";
  readonly codec: string;
  readonly seconds: number;
  readonly channels: number;
  /** Samples a second. */
  readonly sampleRate: number;
  readonly bytes: number;
  readonly updatedAt: string;
  /** On our own server, for the player. Another sound under the same name has another one. */
  readonly path: string;
}

export type ListedPrompt = Prompt & { readonly usedBy: readonly { readonly id: string; readonly name: string }[] };

const at = (id: string) => encodeURIComponent(id);

export const promptsApi = {
  list: () => ask<{ prompts: readonly ListedPrompt[] }>("GET", "/prompts"),
  add: (file: File) => ask<Prompt>("POST", `/prompts?name=${at(nameOf(file))}`, file),
  replace: (id: string, file: File) => ask<Prompt>("PUT", `/prompts/${at(id)}/audio`, file),
  rename: (id: string, name: string) => ask<Prompt>("PUT", `/prompts/${at(id)}`, { name }),
  remove: (id: string) => ask<void>("DELETE", `/prompts/${at(id)}`),
};

/** A file's name without its ending, for people. */
function nameOf(file: File): string {
  return file.name.replace(/\.[^.]+$/, "").slice(0, 120) || file.name.slice(0, 120);
}
