import { z } from "zod";
import { parseText, tidySpokenText } from "../../expressions/placeholders.ts";
import { said, type Text } from "../../words/said.ts";
import { field } from "./field.ts";
import { line, seconds, template } from "./fields.ts";

/** Words for the PBX to read out, and by whom. */
export const spokenFields = {
  say: template({ title: "Text", placeholder: "Words to read out; {name} reads out a variable", spoken: true }),
  /** Codes depend on the voices the PBX has installed, so they are passed through (reference, open question 22). */
  language: line({ title: "Language", placeholder: "en-US", advanced: true }).optional(),
  voice: line({ title: "Voice", placeholder: "The PBX's default", advanced: true }).optional(),
};

export const playedFields = {
  play: field(z.string().min(1).max(1000), {
    title: "Audio file",
    control: "audio-file",
    placeholder: "welcome.wav or an address",
    help: "WAV or MP3: a file in ContentStorage/Static of the PBX, or an address it downloads and caches.",
  }),
};

const pause = z.strictObject({
  pauseSeconds: seconds({ title: "Pause", help: "Only on an extension of our own." }, 1, 60),
});

export const soundPart = field(z.union([z.strictObject(spokenFields), z.strictObject(playedFields), pause]), {
  title: "Sound",
  control: "prompt",
});

export const severalFields = {
  parts: field(z.array(soundPart).min(1).max(20), { title: "Several", control: "list" }),
};

export type SoundPart = z.infer<typeof soundPart>;

/** One sound, or several one after the other. */
export type Sounds = SoundPart | { readonly parts: readonly SoundPart[] };

export function partsOf(sounds: Sounds): readonly SoundPart[] {
  return "parts" in sounds ? sounds.parts : [sounds];
}

export function isSilent(sounds: Sounds): boolean {
  return partsOf(sounds).every(isSilentPart);
}

export function isSilentPart(part: SoundPart): boolean {
  return "say" in part && tidySpokenText(part.say) === "";
}

/** Whether somebody who does not know the language misses something: words of the flow's own, or a recording. */
export function holdsWords(sounds: Sounds): boolean {
  return partsOf(sounds).some((part) => {
    if ("pauseSeconds" in part) return false;
    if ("play" in part) return true;
    // A language of its own is the same for all callers: "Para español, oprima dos".
    const plain = parseText(part.say).parts.filter((one) => typeof one === "string");
    return (part.language ?? "") === "" && /\p{L}/u.test(plain.join(""));
  });
}

/** For cards and lists: the words, or the name of the file. */
export function soundsText(sounds: Sounds): Text {
  const heard = partsOf(sounds).filter((one) => !isSilentPart(one));
  return heard.length === 0 ? said`(says nothing)` : heard.map(partText).join(" ");
}

function partText(part: SoundPart): string {
  if ("pauseSeconds" in part) return "…";
  return "play" in part ? `♪ ${part.play}` : `“${tidySpokenText(part.say)}”`;
}
