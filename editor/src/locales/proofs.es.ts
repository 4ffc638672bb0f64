import type { Words } from "./words.ts";

/** Texts about what is claimed of every call, in Spanish. */
export const proofs: Words["proofs"] = {
  title: "Lo que vale para toda llamada",
  verdict: { proven: "Demostrado", refuted: "Refutado", "cannot-tell": "No se puede decir" },
  empty: "Aún no se afirma nada",
  emptyText: "En cuanto entren llamadas al flujo, o salgan de él, leerá aquí lo que nadie que llame puede encontrarse.",
  busy: "Examinando todas las llamadas …",
  upToDate: "Vale para el flujo tal como está dibujado.",
  show: "Mostrar el camino",
  showHint: "Ilumina los pasos por los que pasa tal llamada",
  play: "Reproducirla",
  playHint: "Hace esta llamada en el teléfono",
};
