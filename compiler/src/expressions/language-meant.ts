import type { Environment } from "@marcbachmann/cel-js";
import { languageMeant } from "../flow/languages.ts";

/** Languages in expressions of compiled programs. No author can write this name. */

/** Whether a variable means this one of the languages, and none of those before it. */
export function languageMeantBy(variable: string, languages: readonly string[], language: string): string {
  return `_language(${variable}, ${JSON.stringify(languages)}) == ${JSON.stringify(language)}`;
}

export function withLanguages(environment: Environment): Environment {
  return environment.registerFunction(
    "_language(string, list<string>): string",
    (wanted: string, languages: readonly string[]) => languageMeant(languages, wanted) ?? "",
  );
}
