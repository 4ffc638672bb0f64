import { libraryPrompt } from "@ozflow/compiler";
import { useEffect } from "react";
import { useSounds } from "../prompts/sound-library.ts";
import { askTests } from "../worker/ask-tests.ts";
import { useEditor, useView } from "../workplace.tsx";
import type { PhoneCallStore } from "./phone-call.ts";

/** Makes the call that somebody asked the phone for, once. */
export function useCallToPlay(phone: PhoneCallStore): void {
  const { document, view } = useEditor();
  const sounds = useSounds();
  const wanted = useView((state) => state.toPlay);
  useEffect(() => {
    if (wanted === undefined) return;
    view.setState({ toPlay: undefined });
    phone.setState({ status: "preparing" });
    const { flow } = document.getState();
    const known = Object.fromEntries(sounds.map((sound) => [libraryPrompt(sound.id), sound.seconds]));
    const call = { ...wanted, audioSeconds: { ...known, ...wanted.audioSeconds } };
    const make = async () => {
      const made = await askTests({ ask: "call", flow, call });
      // The phone itself says why nobody can make it.
      if (made === undefined) return await phone.call(flow, known);
      const { audioSeconds, ...again } = made;
      await phone.call(flow, audioSeconds, again);
    };
    void make();
  }, [wanted, phone, document, view, sounds]);
}
