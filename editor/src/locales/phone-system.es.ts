import type { Words } from "./words.ts";

/** Texts of the settings of the phone system, in Spanish. */
export const phoneSystem: Words["phoneSystem"] = {
  text: "Por dónde salen las llamadas que inicia OzFlow, y de quién se muestran las extensiones, los contactos y el historial. Vale en cuanto se guarda.",
  kind: "Las llamadas pasan por",
  kinds: { virtual: "La de dentro del servidor", ozeki: "Una centralita Ozeki" },
  virtualHelp: "Para probar: no hace sonar ningún teléfono de verdad.",
  fixed: "El entorno del servidor (PBX) dice qué centralita es; cámbielo allí.",
  url: "Dirección de su API HTTP",
  urlHelp: "Por ejemplo {{example}}",
  generation: "Generación",
  generations: { new: "Ozeki 10 y posteriores", old: "Phone System XE" },
  generationHelp:
    "Los flujos ya publicados conservan documentos para la anterior; vuelva a publicarlos tras un cambio.",
  user: "Usuario de la API HTTP",
  userHelp: "Vacío si no pide ninguno",
  password: "Contraseña",
  passwordKept: "Guardada; escriba para sustituirla",
  apiExtension: "Extensión API",
  apiExtensionHelp: "Hace las llamadas cuando el flujo no nombra ninguna",
  timeout: "Paciencia",
  timeoutHelp: "Segundos que puede tardar una orden",
  back: "La centralita pregunta a este servidor en {{url}}.",
  backLocal:
    "La centralita preguntaría a este servidor en {{url}}, adonde solo llega desde el mismo ordenador. Ponga en PUBLIC_URL una dirección que pueda abrir.",
  test: "Probar la conexión",
  works_one: "Responde, en {{ms}} ms; ahora hay {{count}} llamada en ella.",
  works_other: "Responde, en {{ms}} ms; ahora hay {{count}} llamadas en ella.",
  save: "Guardar",
  saved: "Desde ahora las llamadas pasan por esta centralita",
};
