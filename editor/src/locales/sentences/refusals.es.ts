/** Why the server does not do what it was asked, and what is wrong with a table. */
export const refusals: Readonly<Record<string, string>> = {
  // Tables.
  "Line {0}: a quotation mark is opened and not closed, or closed in the middle of a cell.":
    "Línea {0}: unas comillas se abren y no se cierran, o se cierran en medio de una celda.",
  "The file is empty: its first line must name the columns.":
    "El archivo está vacío: su primera línea debe nombrar las columnas.",
  'There is no column "{0}"; there are {1}.': "No hay ninguna columna «{0}»; hay {1}.",
  "A table has at most {0} rows; this has {1}.": "Una tabla tiene como mucho {0} filas; esta tiene {1}.",
  "Line {0} has {1} cells, but there are only {2} columns.":
    "La línea {0} tiene {1} celdas, pero solo hay {2} columnas.",
  "Line {0} has a cell of more than {1} characters.": "La línea {0} tiene una celda de más de {1} caracteres.",
  'Line {0} has nothing in the column "{1}" that rows are found by.':
    "La línea {0} no tiene nada en la columna «{1}», por la que se buscan las filas.",
  'Line {0}: "{1}" stands in line {2} already; each may stand there once.':
    "Línea {0}: «{1}» ya está en la línea {2}; cada valor puede estar una sola vez.",
  "A table has at most {0} columns; this has {1}.": "Una tabla tiene como mucho {0} columnas; esta tiene {1}.",
  "The column {0} has no name in the first line.": "La columna {0} no tiene nombre en la primera línea.",
  'Two columns are called "{0}"; give each a name of its own.':
    "Dos columnas se llaman «{0}»; dé a cada una un nombre propio.",
  "This file is no text in UTF-8. Save it as CSV UTF-8 and try again.":
    "Este archivo no es texto en UTF-8. Guárdelo como CSV UTF-8 y vuelva a intentarlo.",

  // Requests as such.
  "This needs the role {0}, and yours is {1}. Ask an administrator.":
    "Esto requiere el rol {0}, y el suyo es {1}. Pídalo a un administrador.",
  "A program cannot do this with a token. Sign in with your password.":
    "Un programa no puede hacer esto con un token. Inicie sesión con su contraseña.",
  "Sign in first.": "Inicie sesión primero.",
  "The body of the request is not JSON.": "El cuerpo de la petición no es JSON.",
  "The request is not understood. {0}.": "No se entiende la petición. {0}.",
  "Something went wrong on the server; nothing was changed. The reason is in its log.":
    "Algo falló en el servidor; no se ha cambiado nada. La razón está en su registro.",
  "This request came from another web site and was not done.":
    "Esta petición venía de otro sitio web y no se ha hecho.",
  "That are more requests than one address may make. Wait a little.":
    "Son más peticiones de las que puede hacer una dirección. Espere un poco.",
  "There is nothing at this address.": "No hay nada en esta dirección.",
  "Send the body as it is, without Content-Encoding.": "Envíe el cuerpo tal como está, sin Content-Encoding.",
  "The body of this request may have {0} bytes and has more.":
    "El cuerpo de esta petición puede tener {0} bytes y tiene más.",

  // Signing in, people and secrets.
  "The e-mail address and the password do not fit together.": "El correo electrónico y la contraseña no concuerdan.",
  "That was tried too often. Wait a minute and try again.":
    "Se ha intentado demasiadas veces. Espere un minuto y vuelva a intentarlo.",
  "This account is deactivated. Ask an administrator.": "Esta cuenta está desactivada. Pregunte a un administrador.",
  "The current password is not right.": "La contraseña actual no es correcta.",
  "Your role is {0}, so your tokens cannot have the role {1}.":
    "Su rol es {0}, así que sus tokens no pueden tener el rol {1}.",
  "There is no such token; it may have been revoked.": "No existe ese token; puede que se haya revocado.",
  "Somebody with the e-mail address {0} is there already.": "Ya hay alguien con el correo electrónico {0}.",
  "There is no such user.": "No existe ese usuario.",
  "This is the last administrator. Make somebody else one first.": "Es el último administrador. Nombre antes a otro.",
  "The name of a secret is a letter, then letters, digits, - and _.":
    "El nombre de un secreto es una letra y después letras, cifras, - y _.",
  "There is no secret of this name.": "No hay ningún secreto con ese nombre.",

  // Flows and what they use.
  "There is no such flow; it may have been deleted.": "No existe ese flujo; puede que se haya eliminado.",
  "This flow has no revision {0}.": "Este flujo no tiene la revisión {0}.",
  "This is not a flow: {0}": "Esto no es un flujo: {0}",
  "This is not a flow: {0} (and {1} more)": "Esto no es un flujo: {0} (y {1} más)",
  "The flow cannot be published yet: 1 problem to solve first.":
    "Aún no se puede publicar el flujo: antes hay que resolver 1 problema.",
  "The flow cannot be published yet: {0} problems to solve first.":
    "Aún no se puede publicar el flujo: antes hay que resolver {0} problemas.",
  "Somebody else has saved this flow meanwhile. Nothing was overwritten: compare the two and decide.":
    "Entretanto otra persona ha guardado este flujo. No se ha sobrescrito nada: compare los dos y decida.",
  "Somebody else has changed the tests of this flow meanwhile. Nothing was overwritten.":
    "Entretanto otra persona ha cambiado las pruebas de este flujo. No se ha sobrescrito nada.",
  "Calls go through it from {0}. Change that there and publish first.":
    "Pasan llamadas por él desde {0}. Cámbielo allí y publique primero.",
  "Somebody else has changed this calendar meanwhile. Load it again, then change it.":
    "Entretanto otra persona ha cambiado este calendario. Cárguelo de nuevo y cámbielo después.",
  '"{0}" is asked by {1}. Choose another one there and publish first.':
    "{1} pregunta a «{0}». Elija allí otro y publique primero.",
  "There is no such calendar; it may have been deleted.": "No existe ese calendario; puede que se haya eliminado.",
  '"{0}" is looked into by {1}. Choose another one there and publish first.':
    "{1} busca en «{0}». Elija allí otra y publique primero.",
  "There is no such table; it may have been deleted.": "No existe esa tabla; puede que se haya eliminado.",
  "Somebody else has changed this table meanwhile. Look at it again, then change it.":
    "Entretanto otra persona ha cambiado esta tabla. Mírela de nuevo y cámbiela después.",
  '"{0}" is played by {1}. Take it out there and publish first.':
    "{1} reproduce «{0}». Quítelo de allí y publique primero.",
  "There is no such sound; it may have been deleted.": "No existe ese sonido; puede que se haya eliminado.",
  "This is no WAV (PCM or G.711) or MP3 file. {0}": "Esto no es un archivo WAV (PCM o G.711) ni MP3. {0}",
  "It is {0}.": "Es {0}.",
  "It holds no sound, or it breaks off.": "No contiene sonido, o se interrumpe.",
  "It says that it is longer than two hours.": "Dice que dura más de dos horas.",
  "Its content is something else, whatever its name says.": "Su contenido es otra cosa, diga lo que diga su nombre.",

  // Calls.
  'The flow has no variable "{0}".': "El flujo no tiene ninguna variable «{0}».",
  '"{0}" is not {1}, so "{2}" cannot hold it.': "«{0}» no es {1}, así que «{2}» no puede contenerlo.",
  "yes or no (true or false)": "sí o no (true o false)",
  "{0} may not be called: an administrator has set which numbers are allowed (Security, outgoing calls).":
    "No se puede llamar a {0}: un administrador ha fijado qué números se permiten (Seguridad, llamadas salientes).",
  "At most {0} calls may be on at the same time. Try later.":
    "Puede haber como mucho {0} llamadas a la vez. Inténtelo más tarde.",
  "At most {0} calls of this flow may be on at the same time. Try later.":
    "Puede haber como mucho {0} llamadas de este flujo a la vez. Inténtelo más tarde.",
  "At most {0} calls may be started in an hour. Try later.":
    "Se pueden iniciar como mucho {0} llamadas por hora. Inténtelo más tarde.",
  "At most {0} calls of this flow may be started in an hour. Try later.":
    "Se pueden iniciar como mucho {0} llamadas de este flujo por hora. Inténtelo más tarde.",
  "There is no such call.": "No existe esa llamada.",
  "This call is over and its transcript is no longer kept.":
    "Esta llamada ha terminado y su transcripción ya no se guarda.",
  "This Idempotency-Key was sent with another request. Give each call that is to be started its own.":
    "Esta Idempotency-Key se envió con otra petición. Dé una propia a cada llamada que se deba iniciar.",
  "The first request with this Idempotency-Key is still being looked at. Ask again.":
    "La primera petición con esta Idempotency-Key aún se está atendiendo. Vuelva a preguntar.",
  "Whom to call? Give a number, or write one into the flow's outgoing-call step.":
    "¿A quién llamar? Indique un número, o escríbalo en el paso Llamada saliente del flujo.",
  "Only published flows make calls. Publish this one first.":
    "Solo los flujos publicados hacen llamadas. Publique este primero.",
  "Only published flows answer calls. Publish this one first.":
    "Solo los flujos publicados atienden llamadas. Publique este primero.",
  "The published flow has no outgoing-call step to begin at. Add one and publish again.":
    "El flujo publicado no tiene ningún paso Llamada saliente donde empezar. Añada uno y vuelva a publicar.",
  "Somebody at the dial pad needs real time: leave the speed out, or give a script.":
    "Quien usa el teclado necesita tiempo real: quite la velocidad, o indique un guion.",

  // The phone system.
  "The environment of the server says which phone system it is (PBX). Change it there.":
    "El entorno del servidor (PBX) dice qué centralita es. Cámbielo allí.",
  "Enter the password of this user; one that was kept is for another user or system.":
    "Indique la contraseña de este usuario; la guardada es de otro usuario o de otra centralita.",
  "A password needs its user; enter the user too, or leave both out.":
    "Una contraseña necesita su usuario; indique también el usuario, o deje ambos vacíos.",
  "A phone system of the older generation has no {0}. Is its generation set right?":
    "Una centralita de la generación anterior no tiene {0}. ¿Está bien indicada su generación?",
  "A phone system of the newer generation has no {0}. Is its generation set right?":
    "Una centralita de la nueva generación no tiene {0}. ¿Está bien indicada su generación?",
  "{0} answers with a web page (status {1}), so it is not the HTTP API of a phone system. Check its address.":
    "{0} responde con una página web (estado {1}), así que no es la API HTTP de una centralita. Compruebe su dirección.",
  "{0} answers with status {1} instead of the phone system's reply. Check its address and generation.":
    "{0} responde con el estado {1} en lugar de la respuesta de la centralita. Compruebe su dirección y su generación.",
  "The phone system at {0} did not answer within {1} seconds. Whether it did what it was asked is not known.":
    "La centralita en {0} no respondió en {1} segundos. No se sabe si hizo lo que se le pidió.",
  "The phone system at {0} cannot be reached ({1}). Does it run, and is its address right?":
    "No se llega a la centralita en {0} ({1}). ¿Está en marcha, y es correcta su dirección?",
  "{0} answers with something that is no reply of a phone system. Check its address.":
    "{0} responde con algo que no es la respuesta de una centralita. Compruebe su dirección.",
  "The reply of the phone system at {0} breaks off. Whether it did what it was asked is not known.":
    "La respuesta de la centralita en {0} se interrumpe. No se sabe si hizo lo que se le pidió.",
  "The reply of the phone system at {0} has no code, so nobody knows whether it worked.":
    "La respuesta de la centralita en {0} no tiene código, así que nadie sabe si funcionó.",
  "The phone system could not read the request: {0}": "La centralita no pudo leer la petición: {0}",
  "The phone system does not know this command. Is its generation set right? It says: {0}":
    "La centralita no conoce esta orden. ¿Está bien indicada su generación? Dice: {0}",
  "The phone system wants something else in the request: {0}": "La centralita quiere otra cosa en la petición: {0}",
  "The phone system does not take this command through its HTTP API: {0}":
    "La centralita no acepta esta orden por su API HTTP: {0}",
  "The phone system asks for a user: set OZEKI_USER and OZEKI_PASSWORD.":
    "La centralita pide un usuario: defina OZEKI_USER y OZEKI_PASSWORD.",
  "The phone system refuses the user name or the password: check OZEKI_USER and OZEKI_PASSWORD.":
    "La centralita rechaza el usuario o la contraseña: compruebe OZEKI_USER y OZEKI_PASSWORD.",
  "The phone system does not let this user use its HTTP API: allow the user's group there.":
    "La centralita no deja a este usuario usar su API HTTP: permítalo allí al grupo del usuario.",
  "The phone system does not let this computer use its HTTP API: allow its address there.":
    "La centralita no deja a este ordenador usar su API HTTP: permita allí su dirección.",
  "The API extension cannot make the call. Check that it exists and is enabled: {0}":
    "La extensión de API no puede hacer la llamada. Compruebe que existe y está activada: {0}",
  "The number was not reached: {0}": "No se llegó al número: {0}",
  "The message has no recipient that the phone system can find: {0}":
    "El mensaje no tiene un destinatario que la centralita encuentre: {0}",
  "The phone system has no such call; it is over: {0}": "La centralita no tiene esa llamada; ha terminado: {0}",
  "The phone system has no such configuration: {0}": "La centralita no tiene esa configuración: {0}",
  "The phone system refuses the configuration: {0}": "La centralita rechaza la configuración: {0}",
  "The phone system has such an extension already: {0}": "La centralita ya tiene esa extensión: {0}",
  "The phone system answered with the code {0}, which no manual explains: {1}":
    "La centralita respondió con el código {0}, que ningún manual explica: {1}",
};
