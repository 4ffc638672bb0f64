import type { Expressions } from "../expressions/expressions.ts";
import { parseText } from "../expressions/placeholders.ts";
import { howToTurn, typeNames } from "../expressions/type-names.ts";
import type { Diagnostic, Variable } from "../flow/index.ts";
import { stringsInJson } from "../http/template.ts";
import type { LinkedStep } from "../phases/1-parse/link-flow.ts";
import { placeInStep } from "../phases/1-parse/read-flow.ts";
import { noPbxNames, pbxNamesAt } from "../phases/2-analyse/places.ts";
import type { FieldMeta } from "../steps/fields/field.ts";
import { visitFields } from "../steps/fields/visit-fields.ts";
import { type Said, said } from "../words/said.ts";
import { faultsByDefinition } from "./own-faults.ts";
import type { Rule } from "./rule.ts";

/** Every expression has its type, every placeholder and variable exists; and what a step's definition finds in its own data. */
export const fieldsValid: Rule = {
  code: "field-invalid",
  check({ linked, expressions, places, memory }) {
    const pbxNames = new Map<string, ReadonlySet<string>>();
    for (const place of places.all) pbxNames.set(place.step, pbxNamesAt(place, places, linked));
    return [...linked.steps.values()].flatMap((one) => {
      const names = pbxNames.get(one.step.id) ?? noPbxNames;
      return memory.recall(faultsIn, linked.flow.variables, expressions, names, one);
    });
  },
};

/** What the step's fields show where these can be read. */
function faultsIn(
  variables: readonly Variable[],
  own: Expressions,
  pbxNames: ReadonlySet<string>,
  { step, definition, data }: LinkedStep,
): readonly Diagnostic[] {
  const found = faultsByDefinition({ step, definition, data }, { variables });
  const expressions = { ...own, isPbxName: (name: string) => pbxNames.has(name) };
  visitFields(definition.schema, data, (meta, value, path) => {
    for (const [code, sentence, severity = "error"] of faultsOf(meta, String(value), expressions, variables)) {
      found.push({ code, severity, ...said`${placeInStep(step, path)}: ${sentence}`, step: step.id, path });
    }
  });
  return found;
}

/** What a text may read: expressions, and inside of some steps names of the PBX's own. */
interface Readable extends Expressions {
  isPbxName(name: string): boolean;
}

type Fault = readonly [code: string, sentence: Said, severity?: "warning"];

function faultsOf(
  meta: FieldMeta,
  value: string,
  expressions: Readable,
  variables: readonly Variable[],
): readonly Fault[] {
  switch (meta.control) {
    case "expression":
      return expressionFaults(meta, value, expressions);
    case "variable": {
      const variable = variables.find((one) => one.name === value);
      if (variable === undefined) {
        return [["variable-unknown", said`there is no variable "${value}"; declare it in the flow's variables.`]];
      }
      return meta.gives === undefined || meta.gives === variable.type
        ? []
        : [
            [
              "variable-type",
              said`"${value}" holds ${typeNames[variable.type]}, but ${typeNames[meta.gives]} is kept here; choose another variable.`,
            ],
          ];
    }
    case "template":
    case "phone":
    case "line":
    case "audio-file":
      return meta.literal ? [] : textFaults(value, expressions, meta.ours);
    case "json": {
      const strings = stringsInJson(value);
      if (strings !== undefined) return strings.flatMap((one) => textFaults(one, expressions, true));
      return [
        ["json-invalid", said`this is no JSON, so nothing can be sent; placeholders must stand inside of quotes.`],
      ];
    }
    default:
      return [];
  }
}

function expressionFaults(meta: FieldMeta, value: string, expressions: Expressions): readonly Fault[] {
  const checked = expressions.check(value);
  if ("fault" in checked) return [["expression-invalid", said`"${value}" does not work: ${checked.fault}.`]];
  const { gives } = meta;
  if (gives === undefined || gives === checked.type) return [];
  const remedy = howToTurn(value, checked.type, gives);
  return [
    [
      "expression-type",
      said`"${value}" gives ${typeNames[checked.type]}, but ${typeNames[gives]} is needed; ${remedy}.`,
    ],
  ];
}

function textFaults(value: string, expressions: Readable, ours = false): readonly Fault[] {
  const { parts, fault } = parseText(value);
  const faults: Fault[] = fault === undefined ? [] : [["placeholder-invalid", fault]];
  for (const part of parts) {
    if (typeof part === "string") {
      const dollar = /\$[A-Za-z_]\w*(\.\w+)*/.exec(part);
      if (dollar !== null && !ours) {
        faults.push([
          "dollar-in-text",
          said`the PBX may take "${dollar[0]}" for a variable of its own; write it without the dollar sign to be safe.`,
          "warning",
        ]);
      }
      continue;
    }
    if (expressions.isPbxName(part.expression)) continue;
    const checked = expressions.check(part.expression);
    if ("fault" in checked)
      faults.push(["placeholder-invalid", said`{${part.expression}} cannot be read out: ${checked.fault}.`]);
  }
  return faults;
}
