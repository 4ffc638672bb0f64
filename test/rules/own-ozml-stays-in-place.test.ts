import { ownOzmlStaysInPlace } from "../../compiler/src/rules/own-ozml-stays-in-place.ts";
import { testRule } from "../support/rule-cases.ts";

const asks = ["raw-ozml", { ozml: '<UserInput Timeout="5" backkey="*"/>' }] as const;
const leaves = ["raw-ozml", { ozml: "<Response><Beep/><exit/></Response>" }] as const;
const nested =
  '<UserInput Timeout="5"><Inputs><Input key="1"><UserInput Timeout="5" BackKey="*"/><Exit/></Input></Inputs></UserInput>';
const reachesOut = (says: string) =>
  ({ code: "own-ozml-stays-in-place", severity: "warning", says, step: "own" }) as const;

testRule("own-ozml-stays-in-place", ownOzmlStaysInPlace, {
  valid: {
    "before any question": { steps: { in: "incoming-call", own: asks, bye: leaves }, edges: ["in > own > bye"] },
    "behind a question whose caller said nothing": {
      steps: { in: "incoming-call", pick: ["menu", { attempts: 1 }], own: asks },
      edges: ["in > pick.no-input > own"],
    },
    "a question inside the author's own": {
      steps: { in: "incoming-call", pick: "menu", own: ["raw-ozml", { ozml: nested }] },
      edges: ["in > pick.1 > own"],
    },
    "in a call of its own": {
      steps: {
        in: "incoming-call",
        pick: "menu",
        dial: ["place-call", { number: "100", callerId: "", callerDisplayName: "" }],
        own: leaves,
      },
      edges: ["in > pick.1 > dial.answered > own"],
    },
  },
  invalid: {
    "a key that leads back, somewhere behind a key of a menu": {
      steps: { in: "incoming-call", pick: "menu", hello: "say", own: asks },
      edges: ["in > pick.1 > hello > own"],
      finds: [reachesOut("its BackKey acts on that question")],
    },
    "an Exit, behind digits that the server judges": {
      steps: { in: "incoming-call", pin: "collect-digits", own: leaves },
      edges: ["in > pin.entered > own"],
      finds: [reachesOut("its <Exit> acts on that question")],
    },
  },
});
