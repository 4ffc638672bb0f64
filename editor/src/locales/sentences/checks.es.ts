/** What the checks of a flow say: rules, how steps fit together, flows that call others. */
export const checks: Readonly<Record<string, string>> = {
  // Numbers, addresses and sounds.
  'the phone system plays WAV and MP3 files only, so callers hear nothing of "{0}"; convert it.':
    "la centralita solo reproduce archivos WAV y MP3, así que quien llama no oye nada de «{0}»; conviértalo.",
  'nothing is delivered to "{0}", for that is no e-mail address; write one such as desk@example.com.':
    "no se entrega nada a «{0}», porque no es una dirección de correo; escriba una como desk@example.com.",
  'the phone system cannot dial "{0}"; write digits only, as in +36301234567.':
    "la centralita no puede marcar «{0}»; escriba solo cifras, como en +36301234567.",
  "{0}: callers are told that you are open, day and night, for this calendar is not on the server; choose another one.":
    "{0}: se dice a quien llama que está abierto, día y noche, porque este calendario no está en el servidor; elija otro.",
  "{0}: nothing is ever found, for this table is not on the server; choose another one.":
    "{0}: nunca se encuentra nada, porque esta tabla no está en el servidor; elija otra.",
  "{0}: callers hear nothing, for this sound is not in the prompt library; choose another one.":
    "{0}: quien llama no oye nada, porque este sonido no está en la biblioteca de locuciones; elija otro.",
  "Flow, when something fails": "Flujo, cuando algo falla",

  // Variables and what is put into them.
  '{0}: "{1}" holds {2}, but {3} gives {4}; {5}.': "{0}: «{1}» contiene {2}, pero {3} da {4}; {5}.",
  'there is no variable "{0}"; declare it in the flow\'s variables.':
    "no hay ninguna variable «{0}»; declárela en las variables del flujo.",
  '"{0}" holds {1}, but {2} is kept here; choose another variable.':
    "«{0}» contiene {1}, pero aquí se guarda {2}; elija otra variable.",
  '{0}: {{1}} may be empty here, so there is a hole in what is said or sent; put something into "{2}" on every way that leads here, or give it a value to begin with.':
    "{0}: {{1}} puede estar vacía aquí, y queda un hueco en lo que se dice o se envía; ponga algo en «{2}» en cada camino que lleva aquí, o dele un valor inicial.",
  '{0}: callers go on hearing what they heard before, for "{1}" is none of the flow\'s languages; add it to them, or choose another one.':
    "{0}: quien llama sigue oyendo lo que oía antes, pues «{1}» no es ningún idioma del flujo; añádalo o elija otro.",
  'Add "{0}" to the flow\'s languages': "Añadir «{0}» a los idiomas del flujo",
  'No caller ever hears "{0}": set it with a Language step, or remove it from the flow\'s languages.':
    "Nadie oye nunca «{0}»: fíjelo con un paso Idioma o quítelo de los idiomas del flujo.",
  '{0}: callers who hear "{1}" may be told something else, for the words in "{2}" were changed since they were translated; look at both again.':
    "{0}: a quienes oyen «{1}» puede decírseles otra cosa, pues las palabras en «{2}» han cambiado desde que se tradujeron; revise ambas.",
  "The translation still fits": "La traducción sigue valiendo",
  'Flow, when something fails: callers who hear "{0}" are told in "{1}" only; translate it.':
    "Flujo, cuando algo falla: a quien oye «{0}» se le habla solo en «{1}»; tradúzcalo.",
  '{0}: callers who hear "{1}" hear this in "{2}"; translate it.':
    "{0}: quienes oyen «{1}» oyen esto en «{2}»; tradúzcalo.",
  "Play the same to them": "Reproducirles lo mismo",
  '{0}: callers who hear "{1}" hear "{2}" in the flow it goes through; translate that flow.':
    "{0}: quienes oyen «{1}» oyen «{2}» en el flujo por el que pasa; traduzca ese flujo.",
  'Nothing keeps or reads the variable "{0}": use it, or remove it.':
    "Nada guarda ni lee la variable «{0}»: úsela o quítela.",
  'Remove "{0}"': "Quitar «{0}»",
  "{0} is sent without encryption, where others on the network can read it; ask at an address that begins with https.":
    "{0} se envía sin cifrar, y otros pueden leerlo en la red; use una dirección que empiece por https.",
  "a secret": "un secreto",
  '"{0}" is private and leaves the call here, read out or sent in clear; leave it out, or do not mark it as private.':
    "«{0}» es privada y aquí sale de la llamada, leída en voz alta o enviada sin cifrar; quítela de aquí, o no la marque como privada.",

  // Texts and expressions in fields.
  "this is no JSON, so nothing can be sent; placeholders must stand inside of quotes.":
    "esto no es JSON, así que no se puede enviar nada; los marcadores deben ir entre comillas.",
  '"{0}" does not work: {1}.': "«{0}» no funciona: {1}.",
  '"{0}" gives {1}, but {2} is needed; {3}.': "«{0}» da {1}, pero hace falta {2}; {3}.",
  'the PBX may take "{0}" for a variable of its own; write it without the dollar sign to be safe.':
    "la centralita puede tomar «{0}» por una variable suya; para mayor seguridad, escríbalo sin el signo de dólar.",
  "{{0}} cannot be read out: {1}.": "{{0}} no se puede leer en voz alta: {1}.",
  'the brace in "{0}" is never closed; write {{ for a brace that is to be read out.':
    "la llave de «{0}» no se cierra nunca; escriba {{ para una llave que deba leerse.",
  "a placeholder {} is empty; put a variable's name between the braces.":
    "hay un marcador {} vacío; ponga el nombre de una variable entre las llaves.",

  // Conditions.
  "{0}: no call goes by case {1}, for case {2} holds always; remove it, or put it first.":
    "{0}: ninguna llamada sigue por el caso {1}, porque el caso {2} se cumple siempre; quítelo o póngalo primero.",
  "{0}: no call goes by case {1}, for case {2} holds whenever it does; remove it, or put it first.":
    "{0}: ninguna llamada sigue por el caso {1}, porque el caso {2} se cumple siempre que se cumple este; quítelo o póngalo primero.",

  // Beginnings, lines and ways out.
  "No call gets in: begin the flow with an incoming or an outgoing call.":
    "No entra ninguna llamada: empiece el flujo con una llamada entrante o saliente.",
  '"{0}" is a second {1}: calls begin at "{2}". Remove one of them.':
    "«{0}» es un segundo paso {1}: las llamadas empiezan en «{2}». Quite uno de los dos.",
  'The call ends without a word when it leaves "{0}" by "{1}": connect it, to a Hang up if the end is meant.':
    "La llamada termina sin una palabra cuando sale de «{0}» por «{1}»: conecte la salida, con un paso Colgar si debe terminar ahí.",
  "Put a Hang up there": "Poner ahí un Colgar",
  'No call ever comes to "{0}": connect something to it or remove it.':
    "Ninguna llamada llega nunca a «{0}»: conéctele algo o quítelo.",
  '{0}: nobody hears what becomes of it, for the flow has no step "{1}" where the report begins; add one, or ask for no report.':
    "{0}: nadie se entera de qué fue de él, porque el flujo no tiene ningún paso «{1}» donde empiece el informe; añada uno, o no pida informe.",
  '"{0}" and "{1}" have the same id, "{2}", so lines cannot tell them apart: give one of them another id.':
    "«{0}» y «{1}» tienen el mismo id, «{2}», y las líneas no los distinguen: dé otro id a uno de los dos.",
  'A line leads from "{0}" to "{1}", but there is no step "{2}": remove the line.':
    "Una línea lleva de «{0}» a «{1}», pero no hay ningún paso «{2}»: quite la línea.",
  'A line leads from "{0}" to "{1}", where calls begin: let it lead to the step after it.':
    "Una línea lleva de «{0}» a «{1}», donde empiezan las llamadas: haga que lleve al paso siguiente.",
  'A line leaves "{0}" by "{1}", a way out that it does not have: remove the line or draw it from another.':
    "Una línea sale de «{0}» por «{1}», una salida que no tiene: quite la línea o trácela desde otra.",
  'Two lines leave "{0}" by "{1}", but a call can only go one way: remove one of them.':
    "Dos líneas salen de «{0}» por «{1}», pero una llamada solo puede seguir un camino: quite una de las dos.",

  // Where steps may stand.
  "{0} has no {1}, so nothing happens here; remove the step.":
    "{0} no tiene {1}, así que aquí no pasa nada; quite el paso.",
  "{0} does not know {1} of {2} and goes without it.": "{0} no conoce {1} de {2} y prescinde de ello.",
  '"{0}" does nothing behind "{1}": {2} there. Remove it from that way.':
    "«{0}» no hace nada detrás de «{1}»: allí {2}. Quítelo de ese camino.",
  "a caller is on our extension": "quien llama está en nuestra extensión",
  "two others are talking": "hablan otros dos",
  "the phone system only asks where a call goes": "la centralita solo pregunta adónde va una llamada",
  "there is no call": "no hay ninguna llamada",
  '"{0}" stands inside of "{1}", {2}': "«{0}» está dentro de «{1}», {2}",
  "where nobody can be asked: the phone system goes through it alone. Ask before or after it.":
    "donde no se puede preguntar a nadie: la centralita lo recorre sola. Pregunte antes o después.",
  "where nothing can be remembered: the phone system goes through it alone. Let that happen before or after it.":
    "donde no se puede recordar nada: la centralita lo recorre sola. Haga eso antes o después.",
  "where nothing can be fetched: the phone system goes through it alone. Lead there after it.":
    "donde no se puede pedir nada: la centralita lo recorre sola. Lleve allí después.",
  "where the call is answered already. Hang up instead.": "donde la llamada ya está contestada. Cuelgue en su lugar.",
  "and leads back to itself: the phone system would never come out of it. Let it lead on.":
    "y vuelve a sí mismo: la centralita no saldría nunca de ahí. Haga que siga adelante.",
  "where nothing can end but the inside itself: the phone system goes on behind it. Let the way end there instead.":
    "donde no puede terminar nada más que el propio interior: la centralita sigue detrás. Deje que el camino acabe ahí.",
  "which has become too long or too deep to be written down. Put less into it.":
    "que se ha vuelto demasiado largo o profundo para escribirlo. Ponga menos en él.",
  'A line leads from "{0}" to "{1}", but one of them stands inside of another step and the other does not. What is inside ends there by itself: remove the line, or give that way a step of its own.':
    "Una línea lleva de «{0}» a «{1}», pero uno de los dos está dentro de otro paso y el otro no. Lo de dentro termina ahí por sí solo: quite la línea, o dé a ese camino un paso propio.",
  '"{0}" stands behind a key of a question, and its {1} acts on that question: callers may be asked it again, or led on behind it, where a trial call goes on behind this step. Draw it as steps.':
    "«{0}» está detrás de una tecla de una pregunta, y su {1} actúa sobre esa pregunta: puede que se vuelva a hacer a quien llama, o que la llamada siga detrás de ella, mientras que una llamada de prueba sigue detrás de este paso. Dibújelo con pasos.",
  '"{0}" comes too late on some way: a call can only be rejected before anything else happens to it. Hang up instead.':
    "«{0}» llega demasiado tarde en algún camino: una llamada solo se puede rechazar antes de que le pase otra cosa. Cuelgue en su lugar.",
  '"{0}" comes too late on some way: here the phone system is told everything at once, so what to do must be known before the first thing is done. Put it in front.':
    "«{0}» llega demasiado tarde en algún camino: aquí se dice todo a la centralita de una vez, así que hay que saber qué hacer antes de hacer lo primero. Póngalo delante.",
  '"{0}" and what follows it never happens on some way: here the phone system takes one document, and what comes before fills it. Do less, or say it shorter.':
    "«{0}» y lo que le sigue no ocurre nunca en algún camino: aquí la centralita toma un solo documento, y lo anterior lo llena. Haga menos, o dígalo más corto.",

  // Rounds without an end.
  'Each report that "{0}" asks for comes back to it and it asks for another: messages would go out without end. Ask for no report there.':
    "Cada informe que pide «{0}» vuelve a él, y pide otro: saldrían mensajes sin fin. No pida informe ahí.",
  'Each call that "{0}" places comes back to it and places another: phones would ring without end. Lead the callee elsewhere, or ask them something first.':
    "Cada llamada que hace «{0}» vuelve a él y hace otra: los teléfonos sonarían sin fin. Lleve al llamado a otra parte, o pregúntele algo antes.",
  'The call stands still at "{0}": that way leads back to itself and nothing happens on it.':
    "La llamada se queda parada en «{0}»: ese camino vuelve a sí mismo y en él no pasa nada.",
  'There is no end to what the phone system is told at "{0}": that way leads back to itself.':
    "Lo que se dice a la centralita en «{0}» no tiene fin: ese camino vuelve a sí mismo.",
  "{0} Let one way out of it lead elsewhere.": "{0} Haga que una salida lleve a otra parte.",

  // What callers can bear.
  "callers listen for {0} s before they can be sure of their answer, and have forgotten the beginning; say it in less than {1} s.":
    "quien llama escucha {0} s hasta estar seguro de su respuesta, y ya ha olvidado el principio; dígalo en menos de {1} s.",
  "callers cannot keep {0} keys in mind; offer {1} at most, and the others behind one of them.":
    "nadie retiene {0} teclas; ofrezca {1} como mucho, y las demás detrás de una de ellas.",
  "callers have chosen {0} times before they are asked here, and many hang up on the way; bring it nearer to the beginning.":
    "quien llama ha elegido {0} veces antes de que se le pregunte aquí, y muchos cuelgan por el camino; acérquelo al principio.",
  "callers have {0} s to answer, and whoever looks for the keys is too late; wait {1} s or longer.":
    "quien llama tiene {0} s para responder, y quien busca las teclas llega tarde; espere {1} s o más.",
  "Wait 5 s": "Esperar 5 s",
  "{0}: callers are asked once, and whoever does not answer in time is cut off; ask twice or more, or lead them somewhere.":
    "{0}: se pregunta una sola vez, y a quien no responde a tiempo se le corta; pregunte dos veces o más, o llévelo a alguna parte.",
  "Ask 3 times": "Preguntar 3 veces",
  "Write {0}": "Escribir {0}",

  // Flows that go through others.
  '"{0}" has no variable "{1}" to be given; choose another one.':
    "«{0}» no tiene ninguna variable «{1}» que recibir; elija otra.",
  '"{0}" has no variable "{1}" to give back; choose another one.':
    "«{0}» no tiene ninguna variable «{1}» que devolver; elija otra.",
  '"{0}" never sets its variable "{1}", and is not given a value for it; give it one.':
    "«{0}» nunca fija su variable «{1}», y no recibe ningún valor para ella; dele uno.",
  '"{0}" returns by "{1}", for which there is no way out here, so calls go on by Then; add it.':
    "«{0}» vuelve por «{1}», que no tiene salida aquí, así que las llamadas siguen por Luego; añádala.",
  '"{0}" never returns by "{1}", so no call leaves that way; remove it.':
    "«{0}» nunca vuelve por «{1}», así que ninguna llamada sale por ahí; quítela.",
  "The flows that this one goes through stand for more than {0} steps; let it go through fewer.":
    "Los flujos por los que pasa este suman más de {0} pasos; haga que pase por menos.",
  "the flow it goes through is not there; choose another one.": "el flujo por el que pasa no está; elija otro.",
  "{0} calls {1}": "{0} llama a {1}",
  "calls would never come back: {0}.": "las llamadas no volverían nunca: {0}.",
  '"{0}" has no Incoming call, where calls begin in it.':
    "«{0}» no tiene ninguna Llamada entrante, donde empiezan en él las llamadas.",
  "{0}, in the flow it goes through: {1}": "{0}, en el flujo por el que pasa: {1}",
  "Into the flow": "Entra en el flujo",
  Back: "Vuelta",
  'the phone system knows no extension "{0}", so nobody is reached there; {1} is the nearest that it knows.':
    "la centralita no conoce la extensión «{0}», así que ahí no se llega a nadie; la más parecida que conoce es {1}.",
  'the phone system knows no extension "{0}", so nobody is reached there; write another one.':
    "la centralita no conoce la extensión «{0}», así que ahí no se llega a nadie; escriba otra.",
  'no contact of the phone system has the address "{0}", and {1} is nearly the same; write that if it is meant.':
    "ningún contacto de la centralita tiene la dirección «{0}», y {1} es casi igual; escríbala si es la que quiere.",
};
