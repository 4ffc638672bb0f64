import type { Words } from "./words.ts";

/** Texts about what callers are promised, in Spanish. */
export const promises: Words["promises"] = {
  text: "Un flujo que no cumple lo que promete no se puede publicar. Se cuentan las locuciones hasta el final y un segundo por cada tecla.",
  silentCallerGone: "Quien no pulsa nada deja la línea en",
  personReached: "Quien quiere hablar con una persona la tiene en",
  outcome: "Quien quiere «{{name}}» ha terminado en",
  nothing: "nada prometido",
  add: "Prometer un resultado",
  addPlaceholder: "Dónde terminan las llamadas",
  noOutcome: "Ninguna llamada termina en un paso así",
  remove: "No prometer nada sobre «{{name}}»",
  proven: "Se cumple",
  refuted: "No se cumple",
  "cannot-tell": "No se puede decir",
};
