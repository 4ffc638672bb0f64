/** What came of a call that was expected otherwise, and what callers notice of a change. */
export const flowTests: Readonly<Record<string, string>> = {
  '"{0}" is not heard.': "«{0}» no se oye.",
  '"{0}" is not heard after "{1}", but before it.': "«{0}» no se oye después de «{1}», sino antes.",
  '"{0}" is heard.': "«{0}» se oye.",
  '"{0}" does not happen.': "«{0}» no sucede.",
  '"{0}" does not happen after "{1}", but before it.': "«{0}» no sucede después de «{1}», sino antes.",
  '"{0}" is not reached.': "No se llega a «{0}».",
  '"{0}" is not reached after "{1}", but before it.': "No se llega a «{0}» después de «{1}», sino antes.",
  '"{0}" is reached.': "Se llega a «{0}».",
  '"{0}" is not said of the call.': "De la llamada no se dice «{0}».",
  '"{0}" is not said of the call after "{1}", but before it.':
    "De la llamada no se dice «{0}» después de «{1}», sino antes.",
  'The call ends as "{0}", not as {1}.': "La llamada termina como «{0}», no como {1}.",
  "The call is transferred to nobody, not to {0}.": "La llamada no se transfiere a nadie, y se esperaba a {0}.",
  "The call is transferred to {0}, not to {1}.": "La llamada se transfiere a {0}, no a {1}.",
  "The call takes {0} s, not {1} s at most.": "La llamada dura {0} s, no {1} s como mucho.",
  "The flow begins with {0}, not with {1}.": "El flujo empieza con {0}, no con {1}.",
  'The flow has no step "{0}": was it renamed?': "El flujo no tiene ningún paso «{0}»: ¿cambió de nombre?",
  'The flow has no variable "{0}": was it renamed?': "El flujo no tiene ninguna variable «{0}»: ¿cambió de nombre?",
  "The phone system asks {0} times, not {1} times at most.":
    "La centralita pregunta {0} veces, no {1} veces como mucho.",
  'The variable "{0}" holds something else than is expected.': "La variable «{0}» contiene otra cosa que lo esperado.",
  'The variable "{0}" holds {1}, not {2}.': "La variable «{0}» contiene {1}, no {2}.",
  "What stands in the table {0} lies in the file {1}, which only `ozflow test` reads; write its rows into the test.":
    "Lo que contiene la tabla {0} está en el archivo {1}, que solo lee `ozflow test`; escriba sus filas en la prueba.",
  'a test "{0}" stands there already; give one of them another name':
    "ya hay una prueba «{0}»; dé otro nombre a una de las dos",
  'A caller cannot do "{0}". {1}': "Quien llama no puede hacer «{0}». {1}",
  'Write keys ("1234"), keys at a second ("1@0.5"), "timeout", "talk 5", "talk 5#" or "hangup", with commas between.':
    'Escriba teclas ("1234"), teclas en un segundo ("1@0.5"), "timeout", "talk 5", "talk 5#" o "hangup", separadas por comas.',
  "reach {0} ({1})": "llegan a {0} ({1})",
  "never get to an end": "no llegan nunca a un final",
  "are rejected": "son rechazados",
  "are let go at {0}": "se despiden en {0}",
  "New: callers who do {0} {1}.": "Nuevo: quienes llaman y hacen {0} {1}.",
  "Gone: callers no longer {0}; who do {1} now {2}.":
    "Desaparece: quienes llaman ya no {0}; los que hacen {1} ahora {2}.",
  "Callers {0} by {1} now, no longer by {2}.": "Quienes llaman {0} ahora con {1}, ya no con {2}.",
  "Callers who do {0} {1} after {2} s, was {3} s.": "Quienes hacen {0} {1} a los {2} s, antes a los {3} s.",
  "Callers who do {0} now {1}; until now they {2}.": "Quienes hacen {0} ahora {1}; hasta ahora {2}.",
  'Callers who do {0} no longer hear "{1}".': "Quienes hacen {0} ya no oyen «{1}».",
  'Callers who do {0} now hear "{1}".': "Quienes hacen {0} ahora oyen «{1}».",
  'Callers who do {0} now hear "{1}", not "{2}".': "Quienes hacen {0} ahora oyen «{1}», no «{2}».",
};
