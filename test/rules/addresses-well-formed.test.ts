import { addressesWellFormed } from "../../compiler/src/rules/addresses-well-formed.ts";
import { testRule } from "../support/rule-cases.ts";

testRule("addresses-well-formed", addressesWellFormed, {
  valid: {
    "numbers, names and addresses that can be dialled": {
      steps: {
        in: "incoming-call",
        a: ["transfer", { target: "+36301234567" }],
        b: ["transfer", { target: "desk@pbx.example" }],
        c: ["transfer", { target: "*98#" }],
      },
      edges: ["in > a.failed > b.failed > c"],
    },
    "what is known in a call only": {
      steps: { in: "incoming-call", a: ["transfer", { target: "{call.caller}" }] },
      edges: ["in > a"],
    },
    "sounds by name, by address, of the library": {
      steps: {
        in: "incoming-call",
        a: ["play", { play: "Welcome.WAV" }],
        b: ["play", { play: "https://example.com/a.mp3?x=1" }],
        c: ["play", { play: "prompt:abc" }],
        d: ["play", { play: "https://example.com/say" }],
      },
      edges: ["in > a > b > c > d"],
    },
    "several recipients": {
      steps: { in: "incoming-call", a: ["send-email", { recipient: "a@b.example; c@d.example", text: "x" }] },
      edges: ["in > a"],
    },
  },
  invalid: {
    "blanks, brackets and words": {
      steps: {
        in: "incoming-call",
        a: ["transfer", { target: "+36 (30) 123-4567" }],
        b: ["transfer", { target: "front desk" }],
      },
      edges: ["in > a.failed > b"],
      finds: [
        { code: "number-malformed", severity: "warning", says: "cannot dial", step: "a", path: ["target"] },
        { code: "number-malformed", severity: "warning", says: "cannot dial", step: "b", path: ["target"] },
      ],
    },
    "a sound in another format, within several": {
      steps: { in: "incoming-call", a: ["play", { play: "a.ogg" }] },
      edges: ["in > a"],
      finds: [{ code: "audio-malformed", severity: "warning", says: "WAV and MP3", step: "a", path: ["play"] }],
    },
    "an e-mail to nobody": {
      steps: { in: "incoming-call", a: ["send-email", { recipient: "a@b.example, me", text: "x" }] },
      edges: ["in > a"],
      finds: [
        { code: "email-malformed", severity: "warning", says: "no e-mail address", step: "a", path: ["recipient"] },
      ],
    },
  },
});
