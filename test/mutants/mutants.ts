/**
 * Faults planted in the compiler, one at a time: the suite must notice every one of them. `find` stands in the file
 * once or more; its first occurrence is replaced.
 */
export interface Mutant {
  readonly name: string;
  /** Below compiler/src. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const template = "phases/4-emit/emit-template.ts";
const program = "phases/4-emit/emit-program.ts";
const attempts = "steps/fields/attempts.ts";
const digits = "steps/collect-digits/collect-digits.step.ts";
const answer = "runtime/answer.ts";
const foresight = "phases/3-plan/foresee-entries.ts";

export const mutants: readonly Mutant[] = [
  { name: "no Timeout", file: template, find: "Timeout: String(instruction.timeoutSeconds),", replace: "" },
  {
    name: "Timeout a second longer",
    file: template,
    find: "String(instruction.timeoutSeconds)",
    replace: "String(instruction.timeoutSeconds + 1)",
  },
  { name: "Repeat is true", file: template, find: 'Repeat: "false"', replace: 'Repeat: "true"' },
  {
    name: "one digit too many",
    file: template,
    find: "{ Digits: String(instruction.maxDigits) }",
    replace: "{ Digits: String(instruction.maxDigits + 1) }",
  },
  { name: "no MaxDigits", file: template, find: ", MaxDigits: String(instruction.maxDigits) }", replace: " }" },
  {
    name: "wrong keys are asked about nowhere",
    file: template,
    find: "...(asksAboutOthers ?",
    replace: "...(asksAboutOthers && instruction.maxDigits > 1 ?",
  },
  {
    name: "entries are asked about nowhere",
    file: template,
    find: "...(asksAboutOthers ?",
    replace: "...(asksAboutOthers && instruction.maxDigits === 1 ?",
  },
  {
    name: "branches of a menu in reverse",
    file: template,
    find: "const then = keys[index];",
    replace: "const then = keys[keys.length - 1 - index];",
  },
  {
    name: "wrong keys do what the first key does",
    file: template,
    find: "[key, wrong, undefined]",
    replace: "[key, keys[0] ?? wrong, undefined]",
  },
  {
    name: "nothing behind a question",
    file: template,
    find: "here = here.silent;\n          continue;",
    replace: "return elements;",
  },
  {
    name: "short prompts are lost",
    file: template,
    find: "instruction.prompt.length > 0",
    replace: "instruction.prompt.length > 1",
  },
  {
    name: "assignments are lost on the way to a link",
    file: template,
    find: "deeds: [...on.deeds, { variable, expression }]",
    replace: "deeds: on.deeds",
  },
  { name: "assignments are not seen in the document", file: template, find: "be: expression", replace: "be: variable" },
  {
    name: "every case of a decision is the last one",
    file: template,
    find: "parts: piece(block.cases[index] ?? block.otherwise, inner)",
    replace: "parts: piece(block.otherwise, inner)",
  },
  { name: "characters used as marks are lost", file: template, find: "mark({ literal: character })", replace: '""' },
  { name: "a recording tells nobody", file: template, find: "[attribute]: link", replace: "[`${attribute}s`]: link" },
  { name: "a placed call is taken for this one", file: template, find: ", newCall: true }", replace: " }" },
  {
    name: "a placed call begins nowhere",
    file: template,
    find: "newCallSite(value.newCall)",
    replace: 'newCallSite("-end")',
  },
  { name: "no GoTo", file: template, find: 'name: "GoTo"', replace: 'name: "Exit"' },
  {
    name: "digits are read from the wrong parameter",
    file: program,
    find: 'return { do: "receive", parameter, into',
    replace: 'return { do: "receive", parameter: `${parameter}s`, into',
  },
  {
    name: "every case of a server decision is the last one",
    file: program,
    find: "next: rest(block.cases[index] ?? block.otherwise)",
    replace: "next: rest(block.otherwise)",
  },
  {
    name: "server decisions never reach otherwise",
    file: program,
    find: "otherwise: rest(block.otherwise),",
    replace: "otherwise: rest(block.cases[0] ?? block.otherwise),",
  },
  {
    name: "a jump goes back to the beginning",
    file: program,
    find: "to: block.to }",
    replace: 'to: "entry" }',
  },
  {
    name: "the call does not end",
    file: "phases/2-analyse/lower.ts",
    find: 'commands: [{ name: "Hangup"',
    replace: 'commands: [{ name: "Var"',
  },
  {
    name: "one attempt is lost",
    file: attempts,
    find: "attempt <= data.attempts",
    replace: "attempt <= Math.max(1, data.attempts - 1)",
  },
  {
    name: "silence and wrong entries change places",
    file: attempts,
    find: "question.other(attempt, { silent, invalid })",
    replace: "question.other(attempt, { silent: invalid, invalid: silent })",
  },
  {
    name: "attempts begin anew",
    file: attempts,
    find: "next: asking(attempt + 1)",
    replace: "next: asking(Math.min(attempt + 1, 2))",
  },
  {
    name: "the wrong words after silence",
    file: attempts,
    find: 'after("noInputPrompt"',
    replace: 'after("invalidPrompt"',
  },
  {
    name: "a wrong key is taken for silence",
    file: "steps/menu/menu.step.ts",
    find: "=> ways.invalid",
    replace: "=> ways.silent",
  },
  { name: "full entries are too short", file: digits, find: "< ${data.minDigits}`", replace: "<= ${data.minDigits}`" },
  {
    name: "stars are digits",
    file: digits,
    find: "`!${entryVariable}.matches",
    replace: "`false && !${entryVariable}.matches",
  },
  {
    name: "whatever is entered is accepted",
    file: digits,
    find: 'data.accept === undefined ? out.port("entered") : at("accept")',
    replace: 'out.port("entered")',
  },
  {
    name: "digits are not kept",
    file: digits,
    find: "expression: entryVariable, next",
    replace: "expression: data.saveTo, next",
  },
  {
    name: "recordings cannot be ended by a key",
    file: "steps/record/record.step.ts",
    find: 'FinishDigits: out.field("finishKeys"),',
    replace: "",
  },
  {
    name: "a failed transfer ends the call",
    file: "steps/transfer/transfer.step.ts",
    find: 'next: out.port("failed")',
    replace: 'next: out.port("none")',
  },
  {
    name: "requests are sent too early",
    file: "phases/3-plan/grow-document.ts",
    find: 'instruction.op === "request") return false;',
    replace: 'instruction.op === "request" && slot.distance > 0) return false;',
  },
  {
    name: "every answer is a good one",
    file: program,
    find: "next: rest(block.ways[index] ?? block.failed)",
    replace: 'next: rest(block.ways[one.statuses === "4xx" ? 0 : index] ?? block.failed)',
  },
  {
    name: "no answer is a good one",
    file: program,
    find: "failed: rest(block.failed),",
    replace: "failed: rest(block.ways[0] ?? block.failed),",
  },
  {
    name: "nothing is kept of an answer",
    file: answer,
    find: "of values) scope = withValue(scope, variable, value);",
    replace: "of [] as typeof values) scope = withValue(scope, variable, value);",
  },
  {
    name: "listed statuses have no ways",
    file: "steps/http-request/http-request.step.ts",
    find: "...data.statuses.map((status) => way(",
    replace: "...([] as typeof data.statuses).map((status) => way(",
  },
  {
    name: "the ways of listed statuses come too late",
    file: "steps/http-request/http-request.step.ts",
    find: '        ...data.statuses.map((status) => way(String(status), portOf(status))),\n        way("2xx", "success"),',
    replace:
      '        way("2xx", "success"),\n        ...data.statuses.map((status) => way(String(status), portOf(status))),',
  },
  {
    name: "the status is not kept",
    file: "steps/http-request/http-request.step.ts",
    find: "keep: { fields: data.fields, statusIn: data.statusIn },",
    replace: "keep: { fields: data.fields },",
  },
  {
    name: "cases are tried from the bottom",
    file: "steps/condition/condition.step.ts",
    find: "cases: data.cases.map((one) => ({ when",
    replace: "cases: data.cases.toReversed().map((one) => ({ when",
  },
  {
    name: "a holiday is a day like others",
    file: "steps/business-hours/business-hours.step.ts",
    find: 'cases: [when("closed"), when("holiday")]',
    replace: 'cases: [when("closed")]',
  },
  {
    name: "what calendars say is not known",
    file: "expressions/expressions.ts",
    find: "hours ?? {}",
    replace: "{}",
  },
  {
    name: "shares do not add up",
    file: "steps/random-split/random-split.step.ts",
    find: "ways.slice(0, index + 1)",
    replace: "ways.slice(index, index + 1)",
  },
  {
    name: "chance does not count how often a call came by",
    file: "steps/random-split/random-split.step.ts",
    find: "expression: `${passes} + 1`",
    replace: 'expression: "1"',
  },
  {
    name: "what a step remembers for itself is forgotten",
    file: "phases/4-emit/emit-program.ts",
    find: "[...flow.variables, ...ownVariables]",
    replace: "[...flow.variables, ...ownVariables.slice(1)]",
  },
  {
    name: "all calls have the same luck",
    file: "expressions/expressions.ts",
    find: "_seed: ({ seed }) => seed",
    replace: '_seed: () => ""',
  },
  {
    name: "what is noted behind a question is noted for everybody",
    file: "phases/3-plan/place-tells.ts",
    find: "keys: block.keys.map((one) => place(one, false))",
    replace: "keys: block.keys.map((one) => place(one, isSure))",
  },
  {
    name: "what is noted of a silent caller is noted for everybody",
    file: "phases/3-plan/place-tells.ts",
    find: "silent: place(block.silent, false)",
    replace: "silent: place(block.silent, isSure)",
  },
  {
    name: "what nobody asks for later is not noted",
    file: "phases/3-plan/place-tells.ts",
    find: "isSure || asksAgain(next)",
    replace: "true",
  },
  {
    name: "a transfer is not thought to succeed",
    file: "instructions/fate.ts",
    find: 'commands.some((command) => fateOf(command) !== "goes-on")',
    replace: "false",
  },
  {
    name: "notes are lost on the way to a link",
    file: template,
    find: "deeds: [...on.deeds, tell]",
    replace: "deeds: on.deeds",
  },
  {
    name: "notes are made before variables are set",
    file: answer,
    find: "told.push(noteIn(deed, scope, expressions))",
    replace: "told.push(noteIn(deed, { ...scope, values: session.values }, expressions))",
  },
  {
    name: "only the first assignment is made",
    file: "steps/set-variable/set-variable.step.ts",
    find: "const last = index === data.assignments.length - 1;",
    replace: "const last = true;",
  },
  {
    name: "a link leads to where it stands",
    file: "phases/3-plan/grow-document.ts",
    find: 'slot.fill({ kind: "go", to: slot.to })',
    replace: 'slot.fill({ kind: "go", to: slot.from })',
  },
  {
    name: "an address belongs to another document",
    file: answer,
    find: 'const to = program.sites[index]?.document ?? "";',
    replace: 'const to = program.sites[index === 1 ? 0 : index]?.document ?? "";',
  },
  {
    name: "assignments of a link are forgotten",
    file: answer,
    find: "of site.deeds)",
    replace: "of [] as typeof site.deeds)",
  },
  {
    name: "a session forgets",
    file: answer,
    find: "turn, values: declared(scope.values, types), call",
    replace: "turn, values: session.values, call",
  },
  {
    name: "a placed call begins with old values",
    file: answer,
    find: "declared(within.values, types)",
    replace: "session.values",
  },
  {
    name: "parameters are looked for in one case only",
    file: answer,
    find: "handler.parameter.toLowerCase()",
    replace: "handler.parameter",
  },
  {
    name: "decisions inside a document are not made",
    file: "runtime/render.ts",
    find: "taken?.parts ?? part.otherwise",
    replace: "part.otherwise",
  },
  { name: "an ampersand is not escaped", file: "ozml/writer.ts", find: '"&": "&amp;"', replace: '"&": "&"' },
  { name: "a bracket is not escaped", file: "ozml/writer.ts", find: '"<": "&lt;"', replace: '"<": "<"' },
  {
    name: "a decision that cannot be made is yes",
    file: "expressions/in-call.ts",
    find: "scope), false) === true",
    replace: "scope), true) === true",
  },
  {
    name: "a value that cannot be worked out empties the variable",
    file: "expressions/in-call.ts",
    find: "return value === undefined ? scope :",
    replace: 'return value === undefined ? withValue(scope, variable, "") :',
  },
  {
    name: "doubled braces stay doubled",
    file: "expressions/placeholders.ts",
    find: "literal += one;\n      at += 2;",
    replace: "literal += two;\n      at += 2;",
  },
  {
    name: "padding in attributes stays",
    file: "instructions/builder.ts",
    find: "parseText(tidySpokenText(String(value)))",
    replace: "parseText(String(value))",
  },
  {
    name: "translations are not heard",
    file: "steps/fields/prompt.ts",
    find: "const isTranslated = other !== undefined && !isSilent(other);",
    replace: "const isTranslated = other !== undefined && false;",
  },
  {
    name: "what is not translated is read by the wrong voice",
    file: "steps/fields/prompt.ts",
    find: "isTranslated || !holdsWords(prompt) ? language : wordsIn",
    replace: "language",
  },
  {
    name: "a language that a call finds out is forgotten",
    file: "phases/2-analyse/lower.ts",
    find: "chosen ?? behind",
    replace: "behind",
  },
  {
    name: "a language lasts for one step",
    file: "phases/2-analyse/languages.ts",
    find: "if (set === undefined) return [language];",
    replace: "if (set === undefined) return [first];",
  },
  {
    name: "only steps that speak are told apart by language",
    file: "phases/2-analyse/languages.ts",
    find: "for (const id of found) for (const earlier of before.get(id) ?? []) found.add(earlier);",
    replace: "",
  },
  {
    name: "what is foreseen of a key is not kept",
    file: foresight,
    find: "deeds.push({ ...one, expression: literal(given.value) });",
    replace: "",
  },
  {
    name: "every key is kept as 1",
    file: foresight,
    find: "{ [first.into]: key }",
    replace: '{ [first.into]: "1" }',
  },
  {
    name: "a key that is judged by more than itself is taken",
    file: foresight,
    find: "if (next === undefined) return undefined;",
    replace: "if (next === undefined) return { deeds, to: one.otherwise };",
  },
  {
    name: "foreseen entries in reverse",
    file: template,
    find: "foreseen.map(({ key, block })",
    replace:
      "foreseen.map(({ key }, index) => ({ key, block: foreseen.at(-1 - index)?.block ?? foreseen[0]?.block })).map(({ key, block })",
  },
];
