/** English texts of a part that is loaded later. */
export const startCall = {
  title: "Start a call",
  text: "The phone system dials and runs this flow when somebody answers. What you leave empty is taken from the outgoing-call step.",
  noEntry: "Add an Outgoing call step first: it says where a call that you start begins.",
  number: "Number to dial",
  callerId: "Caller ID shown",
  callerName: "Name shown",
  ring: "Let it ring for",
  seconds: " s",
  start: "Call",
  publishAndStart: "Save, publish and call",
  started: "The phone system is calling.",
  seeCall: "See the call",
  close: "Close",
};
