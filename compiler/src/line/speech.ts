/** Words a text-to-speech voice reads in a minute: 150 is the usual figure for clear speech. */
const wordsPerMinute = 150;

/** How long a spoken text takes, in milliseconds. An estimate: the PBX tells nobody. */
export function speechMs(text: string): number {
  const words = spokenWords(text);
  return words === 0 ? 0 : Math.max(500, Math.round((words * 60_000) / wordsPerMinute));
}

/** Words of a text as it is read out. Scripts without blanks count two characters a word. */
export function spokenWords(text: string): number {
  return text
    .split(/\s+/u)
    .filter((word) => word !== "")
    .reduce((sum, word) => sum + (/[\u3040-\u9fff\uac00-\ud7af]/u.test(word) ? word.length / 2 : 1), 0);
}

/** How long an audio file is taken to be when nobody has measured it, in milliseconds. */
export const unknownAudioMs = 3000;

/** How long a beep is taken to be, in milliseconds. No page tells. */
export const beepMs = 400;
