/** What is claimed of every call of a flow, what came of it, and how a call goes that shows it. */
export const claims: Readonly<Record<string, string>> = {
  "Every call ends once the caller presses nothing more": "Toda llamada termina cuando quien llama ya no pulsa nada",
  "A caller who presses nothing more": "Quien llama y ya no pulsa nada",
  "A caller who presses nothing": "Quien llama y no pulsa nada",
  "Let that way lead to an end after some rounds.": "Haga que ese camino lleve a un final tras algunas vueltas.",
  "No call goes round without asking the caller": "Ninguna llamada da vueltas sin preguntar a quien llama",
  "Ask them something on it, or let it lead elsewhere.": "Pregunte algo en ese camino, o haga que lleve a otra parte.",
  "A call goes round and round at {0}, and nobody is asked anything.":
    "Una llamada da vueltas y vueltas en {0}, y no se pregunta nada a nadie.",
  "A call can go round and round at {0}, and nobody is asked anything.":
    "Una llamada puede dar vueltas y vueltas en {0}, y no se pregunta nada a nadie.",
  "On every way that leads back to where a call has been, the caller is asked.":
    "En todo camino que vuelve adonde ya estuvo la llamada se pregunta a quien llama.",
  "How often a call goes round at {0} depends on values that are not known.":
    "Cuántas vueltas da una llamada en {0} depende de valores que no se conocen.",
  "No caller gets trapped": "Nadie queda atrapado",
  "Let a way out of there lead to an end of the call.": "Haga que una salida de ahí lleve al final de la llamada.",
  "From wherever a caller has got to, an end of the call can be reached.":
    "Desde dondequiera que haya llegado quien llama se puede alcanzar un final de la llamada.",
  "Who has got to {0} never gets out: no key leads to an end.":
    "Quien ha llegado a {0} no sale nunca: ninguna tecla lleva a un final.",
  "Whether callers get out of {0} depends on values that are not known.":
    "Si se sale de {0} depende de valores que no se conocen.",
  "A person can be reached from every question": "Desde toda pregunta se puede llegar a una persona",
  "Offer a key there that leads to a transfer, unless nobody is to be reached.":
    "Ofrezca ahí una tecla que lleve a una transferencia, salvo que no se deba hablar con nadie.",
  "Whatever is being asked, some keys lead to a person who answers.":
    "Se pregunte lo que se pregunte, algunas teclas llevan a una persona que contesta.",
  "Who is asked at {0} reaches nobody any more: no key leads to a transfer.":
    "A quien se pregunta en {0} ya no llega a nadie: ninguna tecla lleva a una transferencia.",
  "Whether a person can be reached from {0} depends on values that are not known.":
    "Si desde {0} se puede llegar a una persona depende de valores que no se conocen.",
  "Who presses nothing is off the line as soon as promised": "Quien no pulsa nada deja la línea en el plazo prometido",
  "Ask less often, wait less long, or promise less.": "Pregunte menos veces, espere menos o prometa menos.",
  "{0} may be on the line for {1} s, but {2} s are promised.":
    "{0} puede estar en línea {1} s, pero se prometen {2} s.",
  "{0} Whether it is ever longer than the {1} s promised is not known.":
    "{0} No se sabe si alguna vez dura más de los {1} s prometidos.",
  "A person can be reached as soon as promised": "Se llega a una persona en el plazo prometido",
  "Bring the transfer nearer to the beginning, say less before it, or promise less.":
    "Acerque la transferencia al principio, diga menos antes de ella o prometa menos.",
  "No call was found that reaches a person.": "No se encontró ninguna llamada que llegue a una persona.",
  "Who wants a person can be with one after {0} s; {1} s are promised.":
    "Quien quiere hablar con una persona puede hacerlo a los {0} s; se prometen {1} s.",
  "Who wants a person waits for {0} s at least, but {1} s are promised.":
    "Quien quiere hablar con una persona espera al menos {0} s, pero se prometen {1} s.",
  '"{0}" is reached as soon as promised': "Se llega a «{0}» en el plazo prometido",
  "Bring it nearer to the beginning, say less before it, or promise less.":
    "Acérquelo al principio, diga menos antes o prometa menos.",
  'No call ends at "{0}".': "Ninguna llamada termina en «{0}».",
  'No call was found that ends at "{0}".': "No se encontró ninguna llamada que termine en «{0}».",
  'Who wants "{0}" can be through with it after {1} s; {2} s are promised.':
    "Quien quiere «{0}» puede haber terminado a los {1} s; se prometen {2} s.",
  'Who wants "{0}" is through with it after {1} s at the soonest, but {2} s are promised.':
    "Quien quiere «{0}» no termina antes de {1} s, pero se prometen {2} s.",
  "Promise {0} s": "Prometer {0} s",
  "Who presses nothing gets off the line": "Quien no pulsa nada deja la línea",
  "{0} is never let go: the call goes on and on at {1}.": "{0} no queda nunca libre: la llamada sigue y sigue en {1}.",
  "{0} may never be let go: the call goes on and on at {1}.":
    "{0} puede no quedar nunca libre: la llamada sigue y sigue en {1}.",
  "A call may go on and on at {0}: that depends on values that are not known, and no call was found that does.":
    "Una llamada podría seguir y seguir en {0}: depende de valores que no se conocen, y no se encontró ninguna que lo haga.",
  "What the OzML in {0} does to a call is not looked into.": "No se examina qué hace a una llamada el OzML de {0}.",
  "{0} s and 1 step": "{0} s y 1 paso",
  "{0} s and {1} steps": "{0} s y {1} pasos",
  "{0} is off the line within {1}.": "{0} deja la línea en {1} como mucho.",
  "{0} is off the line within {1}, apart from {2}.": "{0} deja la línea en {1} como mucho, aparte de {2}.",

  // What may last any time.
  "what the OzML <{0}> does": "lo que hace el OzML <{0}>",
  "what {0} does with the call": "lo que hace {0} con la llamada",
  "the time to read out {{0}}": "lo que se tarda en leer {{0}}",
  "the length of the list {0}": "la longitud de la lista {0}",
  "the wait for an alarm": "la espera de una alarma",

  // How a call goes.
  "{0} {1} It happens when {2}.": "{0} {1} Ocurre cuando {2}.",
  "whoever is called": "el llamado",
  "the caller": "quien llama",
  "the call comes from {0}": "la llamada viene de {0}",
  "it is {0} that was dialled": "se marcó {0}",
  "the call begins at {0}": "la llamada empieza el {0}",
  "chance will have it so": "así lo quiere el azar",
  "the calendar {0} says {1}": "el calendario {0} dice {1}",
  open: "abierto",
  closed: "cerrado",
  holiday: "festivo",
  "the table {0} has a row": "la tabla {0} tiene una fila",
  'the table {0} has a row with "{1}" in it': "la tabla {0} tiene una fila con «{1}»",
  "the number dialled does not answer": "el número marcado no contesta",
  "{0} does not answer": "{0} no contesta",
  "{0} answers {1}": "{0} responde {1}",
  "{0} answers and {1}": "{0} contesta y {1}",
  "{0}, and {1}": "{0}, y {1}",
  "does nothing": "no hace nada",
  "{0}, then {1}": "{0}, después {1}",
  "{0}, then so on, {1} times in all": "{0}, y así sucesivamente, {1} veces en total",
  "{0}, then nothing more": "{0} y después nada más",
  "presses {0}": "pulsa {0}",
  "says nothing": "no dice nada",
  "talks for {0} s": "habla {0} s",
  "hangs up": "cuelga",
  'the length of "{0}"': "la duración de «{0}»",
  "{0} and {1} more": "{0} y {1} más",
  "{0} may be on the line for {1} s, apart from {2}, but {3} s are promised.":
    "{0} puede estar en la línea {1} s, aparte de {2}, pero se prometen {3} s.",
  "Who wants a person can be with one after {0} s, apart from {1}; whether that is within the {2} s promised is not known.":
    "Quien quiere una persona puede tenerla tras {0} s, aparte de {1}; no se sabe si eso cabe en los {2} s prometidos.",
  'Who wants "{0}" can be through with it after {1} s, apart from {2}; whether that is within the {3} s promised is not known.':
    "Quien quiere «{0}» puede haber terminado tras {1} s, aparte de {2}; no se sabe si eso cabe en los {3} s prometidos.",
};
