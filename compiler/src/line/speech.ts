/** How fast a language is read aloud: words a minute, and characters a minute where it is written without blanks. */
interface Pace {
  readonly words: number;
  readonly characters?: number;
}

/**
 * People reading texts of the same content aloud in their own language: Trauzettel-Klosinski and Dietz, Standardized
 * Assessment of Reading Performance: The New International Reading Speed Texts IReST, Investigative Ophthalmology & Visual
 * Science 53 (2012), 5452-5461. By the code of the language.
 */
const readAloud: Readonly<Record<string, Pace>> = {
  ar: { words: 138 },
  de: { words: 179 },
  en: { words: 228 },
  es: { words: 218 },
  fi: { words: 161 },
  fr: { words: 195 },
  he: { words: 187 },
  it: { words: 188 },
  ja: { words: 193, characters: 357 },
  nl: { words: 202 },
  pl: { words: 166 },
  pt: { words: 181 },
  ru: { words: 184 },
  sl: { words: 180 },
  sv: { words: 199 },
  tr: { words: 166 },
  zh: { words: 158, characters: 255 },
};

/** Words a text-to-speech voice reads in a minute: 150 is the usual figure for clear speech in English. */
const wordsPerMinute = 150;
const english = 228;

/** Characters that count as a word where the language is not known. */
const usualCharactersPerWord = 2;
const fewestCharactersPerWord = Math.min(usualCharactersPerWord, ...Object.values(readAloud).map(charactersPerWord));

/** How long a spoken text takes, in milliseconds. An estimate: the PBX tells nobody. Languages not known are read as English is. */
export function speechMs(text: string, language = ""): number {
  const pace = readAloud[language.toLowerCase().split(/[-_]/)[0] ?? ""];
  const words = countWords(text, charactersPerWord(pace));
  const perMinute = (wordsPerMinute * (pace?.words ?? english)) / english;
  return words === 0 ? 0 : Math.max(500, Math.round((words * 60_000) / perMinute));
}

/** Words of a text as it is read out, in whichever language it takes most. */
export function spokenWords(text: string): number {
  return countWords(text, fewestCharactersPerWord);
}

function charactersPerWord({ words, characters }: Pace = { words: english }): number {
  return characters === undefined ? usualCharactersPerWord : characters / words;
}

/** Scripts that are written without blanks. */
const unspaced = /[\u3040-\u9fff\uac00-\ud7af]/u;

function countWords(text: string, perWord: number): number {
  return text
    .split(/\s+/u)
    .filter((word) => word !== "")
    .reduce((sum, word) => sum + (unspaced.test(word) ? word.length / perWord : 1), 0);
}

/** How long an audio file is taken to be when nobody has measured it, in milliseconds. */
export const unknownAudioMs = 3000;

/** How long a beep is taken to be, in milliseconds. No page tells. */
export const beepMs = 400;
