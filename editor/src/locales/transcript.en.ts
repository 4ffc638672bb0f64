/** Texts of what happens in a call, in English. */
export const transcript = {
  answered: "Call answered",
  rejected: "Call rejected without answering",
  heard: "{{words}}",
  cutShort: "{{words}} (cut short by a key)",
  played: "♪ {{file}}",
  paused: "{{seconds}} s of silence",
  pressed: "Pressed {{keys}}",
  saidNothing: "Nothing for {{seconds}} s",
  recorded: "Spoke for {{seconds}} s, recorded as {{url}}",
  transferred: "Transferred to {{target}}",
  transferFailed: "Transfer to {{target}} failed",
  placedAnswered: "Called {{number}}: answered",
  placedUnanswered: "Called {{number}}: not answered",
  sms: "SMS to {{recipient}}: {{text}}",
  hungUp: {
    flow: "Call ended",
    caller: "The caller hung up",
    limit: "Cut off: the call would never have ended",
  },
};
