import type { Prompt } from "../api/prompts.ts";

/** A sound as a flow writes it (`prompt:ID`), or the address it is served at, anywhere in a text. */
const mention = /prompt:([\w-]{1,64})|\S*\/audio\/([\w-]{22})-[0-9a-f]{8}\.(?:wav|mp3)/g;

/** The text with the names of sounds where their ids or addresses stood; what is not in the library stays as it is. */
export function nameSounds(text: string, sounds: readonly Pick<Prompt, "id" | "name" | "path">[]): string {
  return text.replaceAll(mention, (whole, id?: string, key?: string) => {
    // A replaced sound has another address, in which the key stays.
    const sound = sounds.find((one) => one.id === id || (key !== undefined && one.path.includes(`/${key}-`)));
    return sound?.name ?? whole;
  });
}
