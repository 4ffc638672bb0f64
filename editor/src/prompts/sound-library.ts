import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { type ListedPrompt, promptsApi } from "../api/prompts.ts";
import { nameSounds } from "./sound-names.ts";

/** The prompt library as it was last read, for all of the editor: a card alone need not ask the server. */
const library = createStore<{ readonly sounds: readonly ListedPrompt[] }>(() => ({ sounds: [] }));

/** Reads the library when the component comes up. One that cannot be read leaves ids where names would stand. */
export function useReadSounds(): void {
  useEffect(() => {
    promptsApi.list().then(
      ({ prompts }) => library.setState({ sounds: prompts }),
      () => {},
    );
  }, []);
}

export const useSounds = (): readonly ListedPrompt[] => useStore(library, (state) => state.sounds);

/** A text for people, with sounds by their names. */
export const useNamedSounds = (text: string): string => useStore(library, ({ sounds }) => nameSounds(text, sounds));
