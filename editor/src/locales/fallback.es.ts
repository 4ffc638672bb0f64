import type { Words } from "./words.ts";

/** Texts about what callers hear when a flow fails, in Spanish. */
export const fallback: Words["fallback"] = {
  text: "Quien llama oye esto cuando su llamada no puede seguir: el servidor falla o tiene demasiado que hacer.",
  several: "Oye un idioma tras otro, pues nadie sabe entonces cuál habla.",
  heard: "Quien llama oye",
  heardIn: "Quien llama oye en {{language}}",
  say: "Texto",
  play: "Archivo de audio",
  words: "Palabras que se leen",
  file: "bienvenida.wav o una dirección",
  transferTo: "Después se le pasa a",
  nobody: "Nadie: la llamada termina",
  noNumber: "Escriba un número o una extensión, como 2000.",
  remove: "Decir lo que dice el servidor",
};
