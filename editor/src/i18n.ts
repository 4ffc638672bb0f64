import i18next from "i18next";
import { initReactI18next } from "react-i18next";
import { en } from "./locales/en.ts";
import { chosenLanguage, type Language } from "./locales/languages.ts";
import type { LaterTexts, Words } from "./locales/words.ts";
import { speak as speakSentences, type Tongue } from "./model/say.ts";

declare module "i18next" {
  interface CustomTypeOptions {
    resources: { translation: typeof en & LaterTexts };
  }
}

interface Catalogue extends Tongue {
  readonly words: Words;
}

/** English comes with the page; another language when somebody speaks it. */
const catalogues: Readonly<Record<Exclude<Language, "en">, () => Promise<Catalogue>>> = {
  es: async () => {
    const [{ es }, { sentences }] = await Promise.all([
      import("./locales/es.ts"),
      import("./locales/sentences/index.es.ts"),
    ]);
    return { language: "es", words: es, sentences };
  },
};

/** Where this browser keeps what was chosen in the account's menu. */
const place = "ozflow.language";

/** Every text of the interface comes from a catalogue; another language is another catalogue of the same shape. */
export async function startTranslations(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: "en",
    fallbackLng: "en",
    resources: { en: { translation: en } },
    // React escapes what it shows.
    interpolation: { escapeValue: false },
  });
  // A catalogue that cannot be fetched must not keep anybody out.
  await speak(chosenLanguage(window.localStorage.getItem(place), navigator.languages)).catch(() => undefined);
}

/** Shows everything in the language from now on, and whenever this browser comes again. */
export async function switchLanguage(language: Language): Promise<void> {
  await speak(language);
  window.localStorage.setItem(place, language);
}

async function speak(language: Language): Promise<void> {
  if (language === "en") speakSentences();
  else {
    const catalogue = await catalogues[language]();
    i18next.addResourceBundle(language, "translation", catalogue.words);
    speakSentences(catalogue);
  }
  await i18next.changeLanguage(language);
  document.documentElement.lang = language;
}

/** Adds the English texts of a page that is loaded only when somebody goes there. */
export function addTexts(texts: Partial<LaterTexts>): void {
  i18next.addResourceBundle("en", "translation", texts, true);
}
