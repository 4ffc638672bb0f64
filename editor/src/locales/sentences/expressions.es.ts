/** What is wrong with an expression: parts of sentences, without a full stop. */
export const expressions: Readonly<Record<string, string>> = {
  "it is empty": "está vacía",
  "the pattern to match cannot be read (it is RE2: no lookahead, no \\1)":
    "el patrón no se puede leer (es RE2: sin lookahead, sin \\1)",
  "the pattern to match cannot be read": "el patrón no se puede leer",
  "a list is gone through while another one is; divide it among several steps":
    "se recorre una lista dentro de otra; repártalo entre varios pasos",
  "it gives {0}, which no variable can hold": "da {0}, que ninguna variable puede contener",
  "{0}; take a part of it, as in call.began.getHours()": "{0}; tome una parte, como en call.began.getHours()",
  'there is no variable "{0}"; declare it, or put it in quotes if it is a text':
    "no hay ninguna variable «{0}»; declárela, o póngala entre comillas si es un texto",
  "&& (and) and || (or) need true or false on both sides, not {0}":
    "&& (y) y || (o) necesitan verdadero o falso a ambos lados, no {0}",
  "true or false must stand before the ?, not {0}": "antes del ? debe haber verdadero o falso, no {0}",
  "both sides of the : must be of the same type": "ambos lados de los : deben ser del mismo tipo",
  "all entries of a list must be of the same type": "todas las entradas de una lista deben ser del mismo tipo",
  "{0}; write whole numbers with .0, as in 1.0": "{0}; escriba los números enteros con .0, como en 1.0",
  "{0}, not {1} and {2}": "{0}, no {1} y {2}",
  "{0} has no parts that could be taken with . or [ ]": "{0} no tiene partes que se puedan tomar con . o [ ]",
  "what stands in [ ] does not name a part of it": "lo que hay entre [ ] no nombra ninguna parte",
  "{0} has no entries to go through": "{0} no tiene entradas que recorrer",
  "a text in it is never closed by a quote": "hay un texto que no se cierra nunca con comillas",
  "a text in it is never closed by three quotes": "hay un texto que no se cierra nunca con tres comillas",
  "a text in quotes must stay on one line": "un texto entre comillas debe quedar en una sola línea",
  '"{0}" is a word of the language itself and no variable':
    "«{0}» es una palabra del propio lenguaje y no una variable",
  '"{0}" is not how a number is written': "«{0}» no es como se escribe un número",
  "it is too long or has too many parentheses; divide it among several steps":
    "es demasiado larga o tiene demasiados paréntesis; repártala entre varios pasos",
  "the text is no number": "el texto no es un número",
  "it is no whole number": "no es un número entero",
  "the text is neither true nor false": "el texto no es ni verdadero ni falso",
  "the number becomes too large": "el número se hace demasiado grande",
  "nothing can be divided by 0": "nada se puede dividir entre 0",

  // Operators and functions.
  "{0} and {1} cannot be added": "{0} y {1} no se pueden sumar",
  "{0} and {1} cannot be added; string(…) makes a text, double(…) a number":
    "{0} y {1} no se pueden sumar; string(…) hace un texto, double(…) un número",
  "{0} cannot be taken away from {1}": "no se puede restar {0} de {1}",
  "{0} cannot be multiplied by {1}": "no se puede multiplicar {0} por {1}",
  "{0} cannot be divided by {1}": "no se puede dividir {0} entre {1}",
  "{0} divided by {1} has no remainder": "{0} entre {1} no tiene resto",
  "{0} cannot be in {1}": "{0} no puede estar en {1}",
  "! (not) stands before true or false, not before {0}": "! (no) va delante de verdadero o falso, no de {0}",
  "{0} cannot be negative": "{0} no puede ser negativo",
  "{0} cannot be compared with {1}": "{0} no se puede comparar con {1}",
  '{0}; write timestamp("2026-12-24T00:00:00Z") for a point in time':
    '{0}; escriba timestamp("2026-12-24T00:00:00Z") para un momento',
  'there is no function "{0}"': "no hay ninguna función «{0}»",
  nothing: "nada",
  "{0}(…) cannot be used with {1}": "{0}(…) no se puede usar con {1}",
  "{0}(…) cannot be used with {1} behind {2}": "{0}(…) no se puede usar con {1} detrás de {2}",
  "{0} is written behind what it is asked of, as in name.{1}(…)":
    "{0} se escribe detrás de aquello por lo que se pregunta, como en name.{1}(…)",
  'nothing like "{0}" is known of a call; call.caller, call.dialed and call.began are':
    "de una llamada no se sabe nada como «{0}»; sí call.caller, call.dialed y call.began",
  'it has no part "{0}"': "no tiene ninguna parte «{0}»",

  // What is misplaced.
  "something is missing at its end": "falta algo al final",
  "write {0} instead of {1}": "escriba {0} en lugar de {1}",
  "{0} does not belong where it stands": "{0} no va donde está",
  "a quote": "una comilla",
  "a parenthesis is never closed": "un paréntesis no se cierra nunca",
  "a bracket is never closed": "un corchete no se cierra nunca",
  "after the ? and a value, a : and another value are missing": "después del ? y un valor faltan : y otro valor",
  "braces stand around expressions in texts only, not here":
    "las llaves rodean expresiones solo en los textos, no aquí",
  "the expression language refuses it ({0})": "el lenguaje de expresiones la rechaza ({0})",

  // Types.
  "a text": "un texto",
  "a number": "un número",
  "true or false": "verdadero o falso",
  "a list": "una lista",
  "the call itself": "la llamada misma",
  "a point in time": "un momento",
  "a length of time": "una duración",
  "a value of another kind": "un valor de otra clase",
  "write string({0})": "escriba string({0})",
  "write double({0})": "escriba double({0})",
  "write {0} ? 1 : 0": "escriba {0} ? 1 : 0",
  "compare it with something, by == or > or the like": "compárelo con algo, con == o > o similar",
};
