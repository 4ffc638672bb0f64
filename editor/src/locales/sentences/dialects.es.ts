/** What the OzML manual leaves open, and how a phone system may read it. */
export const dialects: Readonly<Record<string, string>> = {
  "Does a key stop the prompt?": "¿Una tecla detiene la locución?",
  "The first key stops the prompt that is playing.": "La primera tecla detiene la locución que suena.",
  "The prompt plays to its end; the keys count all the same.":
    "La locución suena hasta el final; las teclas cuentan igualmente.",
  "What becomes of fewer keys than MinDigits?": "¿Qué pasa con menos teclas que MinDigits?",
  "Fewer keys than MinDigits when the time is over are dropped, as if none had come.":
    "Menos teclas que MinDigits al acabar el tiempo se descartan, como si no hubiera llegado ninguna.",
  "They are taken as an entry.": "Se toman como una entrada.",
  "What becomes of fewer keys than MaxDigits?": "¿Qué pasa con menos teclas que MaxDigits?",
  "At least MinDigits keys when the time is over are an entry.":
    "Al menos MinDigits teclas al acabar el tiempo son una entrada.",
  "Only an entry of MaxDigits keys counts; a shorter one is dropped.":
    "Solo cuenta una entrada de MaxDigits teclas; una más corta se descarta.",
  "From when does Timeout count?": "¿Desde cuándo cuenta Timeout?",
  "Timeout counts from the end of the prompt, and again from each key.":
    "Timeout cuenta desde el final de la locución, y de nuevo desde cada tecla.",
  "Timeout counts from the start of the prompt, and again from each key.":
    "Timeout cuenta desde el comienzo de la locución, y de nuevo desde cada tecla.",
  "What follows a finished Input branch?": "¿Qué sigue a una rama Input terminada?",
  "Behind a branch, or the reply to ForwardToUrl, the command after the UserInput runs.":
    "Tras una rama, o la respuesta a ForwardToUrl, se ejecuta el comando que sigue al UserInput.",
  "With Repeat, the UserInput asks again.": "Con Repeat, el UserInput vuelve a preguntar.",
  "What becomes of an entry that no Input has, without ForwardToUrl?":
    "¿Qué pasa con una entrada que ningún Input tiene, sin ForwardToUrl?",
  "An entry that no Input has counts as no entry: asked again with Repeat, else on.":
    "Una entrada que ningún Input tiene cuenta como ninguna: se vuelve a preguntar con Repeat; si no, se sigue.",
  "The UserInput asks again, with Repeat or without.": "El UserInput vuelve a preguntar, con Repeat o sin él.",
  "What holds when Timeout is missing?": "¿Qué vale cuando falta Timeout?",
  "Without Timeout no key is waited for behind the prompt (the older page gives 0).":
    "Sin Timeout no se espera ninguna tecla tras la locución (la página más antigua da 0).",
  "Without Timeout a key is waited for ten seconds.": "Sin Timeout se espera una tecla diez segundos.",
  "How do Digits, MinDigits and MaxDigits go together?": "¿Cómo se combinan Digits, MinDigits y MaxDigits?",
  "MinDigits and MaxDigits go before Digits.": "MinDigits y MaxDigits van antes que Digits.",
  "Digits goes before MinDigits and MaxDigits.": "Digits va antes que MinDigits y MaxDigits.",
  "Does GoTo return?": "¿GoTo vuelve?",
  "The reply to a GoTo replaces the rest of the script.": "La respuesta a un GoTo sustituye el resto del guion.",
  "When the reply is done, the commands behind the GoTo run.":
    "Acabada la respuesta, se ejecutan los comandos que siguen al GoTo.",
  "Does the reply to RecordCompleted replace the rest of the script?":
    "¿La respuesta a RecordCompleted sustituye el resto del guion?",
  "The reply to RecordCompleted runs, then the rest of the script.":
    "Se ejecuta la respuesta a RecordCompleted, luego el resto del guion.",
  "The reply to RecordCompleted replaces the rest of the script.":
    "La respuesta a RecordCompleted sustituye el resto del guion.",
  "What happens when a URL cannot be reached, answers with an error, or with broken XML?":
    "¿Qué pasa cuando no se alcanza una URL, o responde con un error o con XML roto?",
  "The call is hung up when a URL gives no OzML (the pages say so of Call only).":
    "La llamada se cuelga cuando una URL no da OzML (las páginas solo lo dicen de Call).",
  "The command counts as done and the next one runs.": "El comando cuenta como hecho y se ejecuta el siguiente.",
  "What becomes of an unknown $name?": "¿Qué pasa con un $name desconocido?",
  "A $name that nobody has set stays in the text as it is.":
    "Un $name al que nadie ha dado valor queda en el texto tal cual.",
  "It disappears from the text.": "Desaparece del texto.",
  "How long do Var and Array live?": "¿Cuánto viven Var y Array?",
  "Var and Array live as long as the call.": "Var y Array viven tanto como la llamada.",
  "Var and Array are unknown in the reply to a GoTo.": "Var y Array son desconocidos en la respuesta a un GoTo.",
  "Is a Call in a script waited for?": "¿Se espera a un Call de un guion?",
  "The script goes on as soon as the Call has been placed.": "El guion sigue en cuanto se ha hecho el Call.",
  "The script goes on when the placed call is over.": "El guion sigue cuando termina la llamada hecha.",
  "What does a Reject do that is not the first command?": "¿Qué hace un Reject que no es el primer comando?",
  "A Reject that is not the first command is passed over.": "Un Reject que no es el primer comando se pasa por alto.",
  "It hangs up.": "Cuelga.",
  "Is Exit the same as Hangup?": "¿Exit es lo mismo que Hangup?",
  "Exit stops the whole script; nothing is left to run and the call is hung up.":
    "Exit detiene todo el guion; no queda nada por ejecutar y la llamada se cuelga.",
  "Exit leaves the innermost UserInput, and the script where there is none.":
    "Exit sale del UserInput más interno, y del guion donde no hay ninguno.",
  "What follows a BlindTransfer that fails in an Input branch?":
    "¿Qué sigue a un BlindTransfer que falla en una rama Input?",
  "Behind a BlindTransfer that fails the next command of the branch runs.":
    "Tras un BlindTransfer que falla se ejecuta el siguiente comando de la rama.",
  "Inside an Input, the UserInput is left and the command after it runs.":
    "Dentro de un Input se sale del UserInput y se ejecuta el comando que lo sigue.",
  "When does a Record end that has no Duration?": "¿Cuándo termina un Record sin Duration?",
  "A Record without Duration, Inactivity and FinishDigits ends by hanging up.":
    "Un Record sin Duration, Inactivity ni FinishDigits termina al colgar.",
  "It records nothing and the next command runs.": "No graba nada y se ejecuta el siguiente comando.",
};
