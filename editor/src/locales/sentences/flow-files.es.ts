/** What is wrong with a flow file and with the data of its steps; names of places in it. */
export const flowFiles: Readonly<Record<string, string>> = {
  "The file is larger than any flow can be (32 MB).": "El archivo es más grande de lo que puede ser un flujo (32 MB).",
  "The file is empty.": "El archivo está vacío.",
  "This is not a flow file: it is not JSON ({0}).": "Esto no es un archivo de flujo: no es JSON ({0}).",
  'A key in this file is called "__proto__", which no flow uses: remove it.':
    "Una clave de este archivo se llama «__proto__», que ningún flujo usa: quítela.",
  "This is JSON, but no flow.": "Esto es JSON, pero no un flujo.",
  "This is no OzFlow flow: it has no format version.": "Esto no es un flujo de OzFlow: no tiene versión de formato.",
  "The file has format version {0}; this OzFlow reads up to 1. Update OzFlow to open it.":
    "El archivo tiene la versión de formato {0}; este OzFlow lee hasta la 1. Actualice OzFlow para abrirlo.",
  '"{0}" is of a kind this OzFlow does not know ("{1}"): update OzFlow or remove the step.':
    "«{0}» es de una clase que este OzFlow no conoce («{1}»): actualice OzFlow o quite el paso.",

  // Places.
  Step: "Paso",
  Line: "Línea",
  "Flow, {0}": "Flujo, {0}",
  'Layout of "{0}"': "Posición de «{0}»",
  "{0} {1} of the list": "{0} {1} de la lista",
  "entry {0} of the list": "entrada {0} de la lista",
  "{0} and {1}": "{0} y {1}",
  "{0} or {1}": "{0} o {1}",
  "{0} and elsewhere": "{0} y en otras partes",

  // What belongs there.
  "the list is empty; add an entry": "la lista está vacía; añada una entrada",
  "this is empty; write something here": "está vacío; escriba algo aquí",
  "at least {0}": "al menos {0}",
  "at most {0}": "como mucho {0}",
  "{0} characters": "{0} caracteres",
  "{0} entries": "{0} entradas",
  "this is not what belongs here": "esto no es lo que va aquí",
  'nothing here is called "{0}"; check its spelling or remove it':
    "aquí nada se llama «{0}»; compruebe cómo está escrito o quítelo",
  "this is missing; it must be {0}": "falta; debe ser {0}",
  "nothing stands here; it must be {0}": "aquí no hay nada; debe ser {0}",
  "this must be {0}": "debe ser {0}",
  'a text ("say"), an audio file ("play") or several of them ("parts"), and not two of these':
    "un texto («say»), un archivo de audio («play») o varios de ellos («parts»), y no dos de estas cosas",
  "an object in braces": "un objeto entre llaves",
  "a whole number": "un número entero",
  "something else": "otra cosa",
  "the number {0}": "el número {0}",

  // How names and numbers are written.
  "write lower-case letters, digits and hyphens, a letter first, at most 64 in all":
    "escriba letras minúsculas, cifras y guiones, primero una letra, como mucho 64 en total",
  "write lower-case letters, digits and hyphens, a letter first, at most 41 in all":
    "escriba letras minúsculas, cifras y guiones, primero una letra, como mucho 41 en total",
  "write the key of a way out, or lower-case words with hyphens between them":
    "escriba la tecla de una salida, o palabras en minúsculas con guiones entre ellas",
  "write a lower-case letter, then letters, digits and underscores, at most 64 in all":
    "escriba una letra minúscula y después letras, cifras y guiones bajos, como mucho 64 en total",
  '"{0}" has a meaning of its own in expressions; choose another name':
    "«{0}» tiene un significado propio en las expresiones; elija otro nombre",
  "the value at the beginning of a call is not of the variable's type; change one of them":
    "el valor al empezar la llamada no es del tipo de la variable; cambie uno de los dos",
  'a promise about the step "{0}" stands there already; remove one of them':
    "ya hay una promesa sobre el paso «{0}»; quite una de ellas",
  'a variable "{0}" stands there already; rename or remove one of them':
    "ya hay una variable «{0}»; cambie el nombre de una o quítela",
  "write a number or an extension, such as 2000": "escriba un número o una extensión, como 2000",
  "write letters, digits, hyphens and underscores, at most 64 in all":
    "escriba letras, cifras, guiones y guiones bajos, como mucho 64 en total",
  "write letters, digits and underscores, no digit first":
    "escriba letras, cifras y guiones bajos, sin cifra al principio",
  "write one key, 0 to 9, * or #": "escriba una tecla, de 0 a 9, * o #",
  "write keys only, 0 to 9, * and #": "escriba solo teclas, de 0 a 9, * y #",
  "write exactly 4 digits": "escriba exactamente 4 cifras",
  "write up to 2 digits": "escriba hasta 2 cifras",
  "write up to 3 digits": "escriba hasta 3 cifras",
  "choose a calendar": "elija un calendario",
  "choose a flow": "elija un flujo",
  "choose a table": "elija una tabla",
};
