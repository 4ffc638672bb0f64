import { said } from "@ozflow/compiler";
import type { Deps } from "../../deps.ts";
import { Refusal } from "../../refusal.ts";
import type { PromptRow } from "../../store/prompt-store.ts";
import { inspectAudio } from "./inspect-audio.ts";

type PromptDeps = Pick<Deps, "store" | "clock" | "newId" | "prompts">;

export interface PromptView {
  readonly id: string;
  readonly name: string;
  readonly format: "wav" | "mp3";
  /** PCM, ALAW, MULAW or MP3. */
  readonly codec: string;
  readonly seconds: number;
  readonly channels: number;
  /** Samples a second. */
  readonly sampleRate: number;
  readonly bytes: number;
  readonly updatedAt: string;
  /** Where the phone system finds it. */
  readonly address: string;
  /** The same for a browser that looks at this server. */
  readonly path: string;
}

interface User {
  readonly id: string;
  readonly name: string;
}

/** By name, each with the flows that use it: in their draft, or in the revision that answers calls. */
export async function listPrompts({
  store,
  prompts,
}: PromptDeps): Promise<readonly (PromptView & { readonly usedBy: readonly User[] })[]> {
  await prompts.refresh();
  const [rows, files] = await Promise.all([store.prompts.list(), store.flows.listFiles()]);
  const users = new Map<string, Map<string, User>>();
  for (const { id: flowId, name, file } of files) {
    for (const id of promptsNamedIn(file)) {
      const ofPrompt = users.get(id) ?? new Map<string, User>();
      users.set(id, ofPrompt.set(flowId, { id: flowId, name }));
    }
  }
  return rows.map((row) => ({ ...viewPrompt(row, prompts), usedBy: [...(users.get(row.id)?.values() ?? [])] }));
}

/** Keeps a sound under a name. Refuses what is no audio. */
export async function addPrompt(
  { store, clock, newId, prompts }: PromptDeps,
  input: { readonly name: string; readonly audio: Buffer },
): Promise<PromptView> {
  const facts = await inspectAudio(input.audio, clock.now());
  const id = newId();
  await store.prompts.insert({ id, key: newId(), name: input.name, ...facts });
  return await look({ store, prompts }, id);
}

/** Another sound in place of the one there is: flows that use it play the new one from now on. */
export async function replaceAudio(
  { store, clock, prompts }: PromptDeps,
  input: { readonly id: string; readonly audio: Buffer },
): Promise<PromptView> {
  const facts = await inspectAudio(input.audio, clock.now());
  if (!(await store.prompts.replace(input.id, facts))) throw noSuchPrompt();
  return await look({ store, prompts }, input.id);
}

export async function renamePrompt(
  { store, clock, prompts }: PromptDeps,
  { id, name }: { readonly id: string; readonly name: string },
): Promise<PromptView> {
  if (!(await store.prompts.rename(id, name, clock.now().toISOString()))) throw noSuchPrompt();
  return await look({ store, prompts }, id);
}

/** Refused while a flow uses it: its callers would hear nothing. */
export async function deletePrompt(deps: PromptDeps, id: string): Promise<void> {
  const prompt = (await listPrompts(deps)).find((one) => one.id === id);
  if (prompt === undefined) throw noSuchPrompt();
  if (prompt.usedBy.length > 0) {
    const flows = prompt.usedBy.map(({ name }) => `"${name}"`).join(", ");
    throw new Refusal("in-use", said`"${prompt.name}" is played by ${flows}. Take it out there and publish first.`, {
      usedBy: prompt.usedBy,
    });
  }
  await deps.store.prompts.delete(id);
  await deps.prompts.refresh();
}

/** Flow files name a sound in a text of its own; see `libraryPrompt` of the compiler. */
function promptsNamedIn(file: string): ReadonlySet<string> {
  return new Set([...file.matchAll(/"\s*prompt:([\w-]{1,64})\s*"/g)].map(([, id = ""]) => id));
}

async function look({ store, prompts }: Pick<PromptDeps, "store" | "prompts">, id: string): Promise<PromptView> {
  await prompts.refresh();
  const row = await store.prompts.find(id);
  if (row === undefined) throw noSuchPrompt();
  return viewPrompt(row, prompts);
}

function viewPrompt(row: PromptRow, prompts: Deps["prompts"]): PromptView {
  const { key: _, hash: __, milliseconds, ...shown } = row;
  const address = prompts.address(row.id);
  return { ...shown, seconds: milliseconds / 1000, address, path: address.slice(address.lastIndexOf("/audio/")) };
}

function noSuchPrompt(): Refusal {
  return new Refusal("not-found", said`There is no such sound; it may have been deleted.`);
}
