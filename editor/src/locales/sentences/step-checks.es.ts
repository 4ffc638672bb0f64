/** What steps say of their own data: summaries on cards, names of ways out, faults behind the name of the step. */
export const stepChecks: Readonly<Record<string, string>> = {
  // Summaries on cards.
  "joined with {0}": "unida con {0}",
  "{0} with {1}": "{0} con {1}",
  "{0} s of silence": "{0} s de silencio",
  "(says nothing)": "(no dice nada)",
  "delete {0}": "eliminar {0}",
  "move {0} to {1}": "mover {0} a {1}",
  "to {0}": "a {0}",
  "to {0}: {1}": "a {0}: {1}",
  "{0} to nobody yet": "{0}, aún a nadie",
  "{0} to {1}": "{0} a {1}",
  "Both sides talk again": "Ambas partes vuelven a hablar",
  "{0} in table:{1}": "{0} en table:{1}",
  "each of {0}": "cada elemento de {0}",
  "We call {0}": "Llamamos a {0}",
  "calls {0}": "llama a {0}",
  "Records up to {0} s": "Graba hasta {0} s",
  "{0} Records up to {1} s": "{0} Graba hasta {1} s",
  "Back by “{0}”": "Vuelta por «{0}»",
  "The caller is rejected": "Se rechaza a quien llama",
  "Keys {0}": "Teclas {0}",
  "from {0}, up to {1} s": "de {0}, hasta {1} s",

  // Ways out.
  "Status {0}": "Estado {0}",
  "Key {0}": "Tecla {0}",

  // Faults.
  "nobody is joined with anybody; enter the id of the other call.":
    "no se une a nadie con nadie; indique el id de la otra llamada.",
  "callers would be told that you are open, day and night; choose a calendar.":
    "se diría a quien llama que está abierto, día y noche; elija un calendario.",
  'the state "{0}" stands there twice, but a call can only go one way; remove one of them.':
    "el estado «{0}» está dos veces, pero una llamada solo puede seguir un camino; quite uno de los dos.",
  "nobody is connected; enter the number to ring first.": "no se conecta a nadie; indique a qué número llamar primero.",
  "nobody is connected; enter the number to connect with.": "no se conecta a nadie; indique con qué número conectar.",
  "no entry has at least {0} and at most {1} digits, so callers would be asked in vain; raise the one or lower the other.":
    "ninguna entrada tiene al menos {0} y como mucho {1} cifras, así que se preguntaría en vano; suba lo uno o baje lo otro.",
  'two ways out are called "{0}"; give each a name of its own.':
    "dos salidas se llaman «{0}»; dé a cada una un nombre propio.",
  "nothing is noted of the call; enter a word to find it by.":
    "no se anota nada de la llamada; escriba una palabra con la que encontrarla.",
  '"{0}" is secret, but whoever sees the list of calls would read it in the note; take it out.':
    "«{0}» es secreta, pero quien vea la lista de llamadas la leería en la nota; quítela.",
  "nothing happens to any file; enter its full path.": "no le pasa nada a ningún archivo; indique su ruta completa.",
  "the file stays where it is; enter the folder it goes to.":
    "el archivo se queda donde está; indique la carpeta a la que va.",
  "the call rings on where it is; enter the number to forward it to.":
    "la llamada sigue sonando donde está; indique el número al que desviarla.",
  "callers are cut off; enter an address that begins with http:// or https://.":
    "la llamada se corta; indique una dirección que empiece por http:// o https://.",
  "the request goes nowhere; enter an address that begins with http:// or https:// and the name of a server, without placeholders up to there.":
    "la petición no va a ninguna parte; indique una dirección que empiece por http:// o https:// y el nombre de un servidor, sin marcadores hasta ahí.",
  '"{0}" is no name of a header; write letters, digits and hyphens.':
    "«{0}» no es el nombre de una cabecera; escriba letras, cifras y guiones.",
  "the header {0} is set by the server itself; remove it.": "la cabecera {0} la pone el propio servidor; quítela.",
  'no secret is called "{0}"; write a letter, then letters, digits, - and _.':
    "ningún secreto se llama «{0}»; escriba una letra y después letras, cifras, - y _.",
  "the header {0} has a value and a secret; keep one of them.":
    "la cabecera {0} tiene un valor y un secreto; deje solo uno.",
  '"{0}" names no value in the answer; write it like customer.name or orders[0].id.':
    "«{0}» no nombra ningún valor de la respuesta; escríbalo como customer.name u orders[0].id.",
  "status {0} has two ways out; remove one of them.": "el estado {0} tiene dos salidas; quite una.",
  "nothing would ever be found; choose a table.": "nunca se encontraría nada; elija una tabla.",
  "nothing would be remembered here; choose a column.": "aquí no se recordaría nada; elija una columna.",
  "nothing happens, for there is no list to go through; enter its name.":
    "no pasa nada, porque no hay ninguna lista que recorrer; indique su nombre.",
  "key {0} is offered twice, but callers who press it can only be sent one way; remove one of them.":
    "la tecla {0} se ofrece dos veces, pero quien la pulsa solo puede ir por un camino; quite una de las dos.",
  'the PBX itself sends a parameter "{0}" with each call; give the variable another name.':
    "la propia centralita envía un parámetro «{0}» con cada llamada; dé otro nombre a la variable.",
  "nobody is called; enter a number.": "no se llama a nadie; indique un número.",
  "callers hear the file again and again until they hang up; say after how many seconds it stops.":
    "quien llama oye el archivo una y otra vez hasta que cuelga; diga tras cuántos segundos se detiene.",
  "no way out has a share, so callers have none; give one of them some parts.":
    "ninguna salida tiene parte, así que no hay por dónde seguir; dé algunas partes a una de ellas.",
  "there is no command in it; write one or more.": "no contiene ninguna orden; escriba una o más.",
  "line {0}, column {1}: {2}": "línea {0}, columna {1}: {2}",
  "<{0}> only works as the first command of a call; use the step that does it.":
    "<{0}> solo funciona como primera orden de una llamada; use el paso que lo hace.",
  "<{0}> is no command that is known, so the phone system may pass it over.":
    "<{0}> no es una orden conocida, así que la centralita puede pasarla por alto.",
  "the call goes nowhere; enter where to.": "la llamada no va a ninguna parte; indique adónde.",
  "callers hear nothing here; write a text.": "quien llama no oye nada aquí; escriba un texto.",
  "nobody hears of the alarm; enter the number of the station.":
    "nadie se entera de la alarma; indique el número de la central receptora.",
  "nothing is sent; enter the address it goes to.": "no se envía nada; indique la dirección de destino.",
  "nothing is sent; enter what it says.": "no se envía nada; indique qué dice.",
  "nothing is sent; enter the connection it goes to.": "no se envía nada; indique la conexión de destino.",
  "nothing is sent, for the message needs a recipient and a text; enter both.":
    "no se envía nada, porque el mensaje necesita destinatario y texto; indique ambos.",
  "callers would go straight on; choose the flow they go through.":
    "la llamada seguiría de largo; elija el flujo por el que pasa.",
  'the way out "{0}" is there already; remove one of them.': "la salida «{0}» ya está; quite una de las dos.",
  "callers go nowhere; enter the number to transfer to.":
    "la llamada no va a ninguna parte; indique el número al que transferirla.",
  "nobody is waited for; enter the connection.": "no se espera a nadie; indique la conexión.",
  "how the phone system wants this written is not documented and was inferred; try it on your own first.":
    "cómo quiere esto la centralita no está documentado y se ha deducido; pruébelo antes en la suya.",
  "callers would go on hearing what they heard before; choose a language.":
    "quien llama seguiría oyendo lo que oía antes; elija un idioma.",
};
