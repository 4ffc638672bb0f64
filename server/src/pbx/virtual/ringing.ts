/** How long a phone rings before it is answered, in milliseconds of the call. */
export const answerAfterMs = 700;
