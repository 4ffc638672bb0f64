/**
 * Which of a flow's languages is meant by a code that came from elsewhere, such as a customer's file: the one that is
 * written so, whatever the case and whether with "-" or "_"; else the first one that begins alike ("es" and "es-MX" mean
 * "es-ES" where that is the only Spanish). Undefined: none.
 */
export function languageMeant(languages: readonly string[], wanted: string): string | undefined {
  const [whole, begin] = [plain(wanted), primary(wanted)];
  return languages.find((one) => plain(one) === whole) ?? languages.find((one) => primary(one) === begin);
}

/** "es" of "es-ES": the language without its country. */
function primary(code: string): string {
  return plain(code).split("-")[0] ?? "";
}

function plain(code: string): string {
  return code.trim().toLowerCase().replaceAll("_", "-");
}
