import { libraryPrompt } from "@ozflow/compiler";
import { promptAddress } from "../callback/callback-address.ts";
import type { PromptRow, PromptStore } from "../store/prompt-store.ts";

/** Where each sound of the library lies, known without asking the database: addresses are put into every document. */
export interface PromptBook {
  /** The address for the PBX. A sound that is not known gets one that leads nowhere. */
  address(id: string): string;
  /** Seconds of the sound at an address of ours; undefined for other sounds. */
  secondsOf(audio: string): number | undefined;
  ids(): readonly string[];
  /** In seconds, by what flows call the sounds. */
  lengths(): Readonly<Record<string, number>>;
  /** Reads the library when it has changed, here or by another server. */
  refresh(): Promise<void>;
}

export function createPromptBook(prompts: Pick<PromptStore, "list" | "stamp">, publicUrl: string): PromptBook {
  let stamp = "";
  let byId: ReadonlyMap<string, PromptRow> = new Map();
  let seconds: ReadonlyMap<string, number> = new Map();
  return {
    address(id) {
      const prompt = byId.get(id);
      return prompt === undefined ? `${publicUrl}/audio/unknown-${id}.wav` : promptAddress(publicUrl, prompt);
    },
    secondsOf: (audio) => seconds.get(audio),
    ids: () => [...byId.keys()],
    lengths: () =>
      Object.fromEntries([...byId.values()].map((row) => [libraryPrompt(row.id), row.milliseconds / 1000])),
    async refresh() {
      const now = await prompts.stamp();
      if (now === stamp) return;
      const rows = await prompts.list();
      byId = new Map(rows.map((row) => [row.id, row]));
      seconds = new Map(rows.map((row) => [promptAddress(publicUrl, row), row.milliseconds / 1000]));
      stamp = now;
    },
  };
}
