/** Names and descriptions of the example flows (flows/README.md), for choosing one. */
export const examples: Readonly<Record<string, string>> = {
  "Office hours": "Horario de oficina",
  "goes by the calendar of the office: a person in the day, a message in the evening, an emergency number, a word on holidays":
    "sigue el calendario de la oficina: una persona de día, un mensaje por la tarde, un número de urgencias, unas palabras en festivos",
  "Alarm panel": "Central de alarma",
  "takes the Contact ID message of an alarm panel and tells the guard by SMS and the control room by e-mail":
    "recibe el mensaje Contact ID de una central de alarma y avisa al vigilante por SMS y a la sala de control por correo",
  "Appointment line": "Línea de citas",
  "looks up the caller's next appointment on a web server, reads it out and cancels it":
    "busca la próxima cita de quien llama en un servidor web, la lee y la anula",
  "Appointment reminder": "Recordatorio de cita",
  "calls a customer with a date and a place given with the call: confirm, reschedule or hear it again":
    "llama a un cliente con una fecha y un lugar dados con la llamada: confirmar, cambiar u oírlo de nuevo",
  "joins a call that was put on hold with the one that was made to ask first":
    "une una llamada puesta en espera con la que se hizo para preguntar antes",
  "Call-back request": "Petición de devolución de llamada",
  "takes the number of callers who do not want to wait, reads it back and asks an adviser to call":
    "toma el número de quien no quiere esperar, se lo repite y pide a un asesor que llame",
  "Call connected": "Llamada contestada",
  "calls extension 102 with caller ID 3000 and runs a document when it is answered: the manual's Call example":
    "llama a la extensión 102 con el identificador 3000 y ejecuta un documento cuando contesta: el ejemplo de Call del manual",
  "Clinic line in two languages": "Línea de una clínica en dos idiomas",
  "speaks English and Spanish: knows the language from a web server or asks for it, then says when there is somebody or puts through":
    "habla inglés y español: sabe el idioma por un servidor web o lo pregunta, y luego dice cuándo hay alguien o pasa la llamada",
  "Office menu": "Menú de oficina",
  "a main menu three levels deep, with transfers and a message box for when nobody answers":
    "un menú principal de tres niveles, con transferencias y un buzón para cuando nadie contesta",
  "PIN check": "Comprobación de PIN",
  "asks for a 4-digit PIN, three attempts, then offers the balance or a representative at 2000":
    "pide un PIN de 4 cifras, con tres intentos, y luego ofrece el saldo o un agente en el 2000",
  "Support line": "Línea de soporte",
  "a small call centre: two desks, a second line, a message by e-mail when everybody is busy":
    "un pequeño centro de llamadas: dos mesas, una segunda línea, un mensaje por correo cuando todos están ocupados",
  "Survey after a call": "Encuesta tras una llamada",
  "two marks from 1 to 5, a question to the unhappy, and the answers to a web server":
    "dos notas de 1 a 5, una pregunta a los descontentos y las respuestas a un servidor web",
};
