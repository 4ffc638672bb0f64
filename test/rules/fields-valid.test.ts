import { fieldsValid } from "../../compiler/src/rules/fields-valid.ts";
import { testRule } from "../support/rule-cases.ts";

const variables = { name: "text", count: "number", known: "truth" } as const;
const say = (text: string) => ["say", { say: text }] as const;
const when = (expression: string) => ["condition", { cases: [{ name: "yes", when: expression }] }] as const;
const at = (step: string, ...path: readonly (string | number)[]) => ({ severity: "error", step, path }) as const;

testRule("fields-valid: placeholders", fieldsValid, {
  valid: {
    "variables, the call and expressions": {
      steps: { hello: say("{name}: {count + 1}, {known ? 'yes' : 'no'}, {call.caller} {call.dialed}") },
      variables,
    },
    "braces that are meant": { steps: { hello: say("{{name}}") } },
    "dollars that are no names": { steps: { hello: say("$5, 5 $ and $") } },
    "in numbers, names and files": {
      steps: {
        desk: ["transfer", { target: "{name}" }],
        ring: ["place-call", { number: "{name}", callerDisplayName: "{call.caller}" }],
        music: ["play", { play: "{name}.wav" }],
      },
      variables,
    },
  },
  invalid: {
    "a variable that is not there": {
      steps: { hello: say("Hello {nobody}") },
      finds: [{ ...at("hello", "say"), code: "placeholder-invalid", says: "{nobody} cannot be read out" }],
    },
    "nothing between the braces": {
      steps: { hello: say("Hello {}") },
      finds: [{ ...at("hello", "say"), code: "placeholder-invalid", says: "a placeholder {} is empty" }],
    },
    "a brace that is never closed": {
      steps: { hello: say("Hello {name") },
      variables,
      finds: [{ ...at("hello", "say"), code: "placeholder-invalid", says: 'the brace in "{name" is never closed' }],
    },
    "an expression that mixes what cannot be mixed": {
      steps: { hello: say("{count + name}") },
      variables,
      finds: [{ ...at("hello", "say"), code: "placeholder-invalid", says: "{count + name} cannot be read out" }],
    },
    "a prompt inside a prompt field": {
      steps: { ask: ["menu", { invalidPrompt: { say: "Not {entry}" }, noInputPrompt: { play: "{nobody}.wav" } }] },
      finds: [
        { ...at("ask", "noInputPrompt", "play"), code: "placeholder-invalid", says: "{nobody} cannot be read out" },
        { ...at("ask", "invalidPrompt", "say"), code: "placeholder-invalid", says: "{entry} cannot be read out" },
      ],
    },
    "a dollar that the PBX may take for its own": {
      steps: { hello: say("It costs $price.") },
      finds: [{ ...at("hello", "say"), severity: "warning", code: "dollar-in-text", says: 'may take "$price' }],
    },
  },
});

testRule("fields-valid: expressions", fieldsValid, {
  valid: {
    "true or false where it is asked for": { steps: { who: when('count >= 2 && name != "" || known') }, variables },
    "nothing to accept by": { steps: { ask: ["collect-digits", { saveTo: "name" }] }, variables },
  },
  invalid: {
    "a number where true or false is asked for": {
      steps: { who: when("count + 1") },
      variables,
      finds: [
        {
          ...at("who", "cases", 0, "when"),
          code: "expression-type",
          says: "gives a number, but true or false is needed",
        },
      ],
    },
    "a variable that is not there": {
      steps: { who: when("total > 1") },
      finds: [{ ...at("who", "cases", 0, "when"), code: "expression-invalid", says: '"total > 1" does not work' }],
    },
    "half an expression": {
      steps: { who: when("1 <") },
      finds: [{ ...at("who", "cases", 0, "when"), code: "expression-invalid", says: '"1 <" does not work' }],
    },
    "a list, which no variable can hold": {
      steps: { who: when("[1, 2]") },
      finds: [{ ...at("who", "cases", 0, "when"), code: "expression-invalid", says: "which no variable can hold" }],
    },
  },
});

testRule("fields-valid: variables", fieldsValid, {
  valid: {
    "declared and of the type": { steps: { tape: ["record", { saveTo: "name" }] }, variables },
    "of any type, where any is kept": {
      steps: { out: ["outgoing-call", { given: ["name", "count", "known"] }] },
      variables,
    },
  },
  invalid: {
    "never declared": {
      steps: { out: ["outgoing-call", { given: ["name", "place"] }] },
      variables,
      finds: [{ ...at("out", "given", 1), code: "variable-unknown", says: 'there is no variable "place"; declare it' }],
    },
    "of another type": {
      steps: { tape: ["record", { saveTo: "count" }] },
      variables,
      finds: [
        { ...at("tape", "saveTo"), code: "variable-type", says: '"count" holds a number, but a text is kept here' },
      ],
    },
  },
});

testRule("fields-valid: what a step finds in its own data", fieldsValid, {
  valid: { nothing: { steps: { hello: "say", ask: "menu", bye: "hang-up" } } },
  invalid: {
    "with its place, the step's code and severity": {
      steps: { hello: say(""), desk: "transfer" },
      finds: [
        { ...at("desk", "target"), code: "number-missing", says: "callers go nowhere" },
        {
          ...at("hello", "say"),
          severity: "warning",
          code: "nothing-said",
          says: "callers hear nothing",
        },
      ],
    },
    "before what the fields find": {
      steps: { desk: ["send-sms", { recipient: "{nobody}" }] },
      finds: [
        { ...at("desk", "text"), code: "message-incomplete", says: "needs a recipient and a text" },
        { ...at("desk", "recipient"), code: "placeholder-invalid", says: "{nobody} cannot be read out" },
      ],
    },
  },
});
