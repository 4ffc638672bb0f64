import { z } from "zod";
import { languageMeantBy } from "../../expressions/language-meant.ts";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { field } from "../fields/field.ts";
import { choice, expression } from "../fields/fields.ts";

const schema = z.strictObject({
  by: choice(["language", "value"], { title: "From here on", labels: ["One language", "By a value"] }),
  language: field(z.string().max(35), {
    title: "Language",
    control: "language",
    literal: true,
    when: { by: ["language"] },
  }),
  value: expression({
    title: "Value",
    gives: "text",
    placeholder: "customerLanguage",
    help: "A code such as es-ES or es. What is none of the flow's languages leaves by Otherwise.",
    when: { by: ["value"] },
  }).optional(),
});

/** Say which language the caller hears from here on. Never asked of the PBX: what comes behind is lowered in each. */
export const setLanguage = defineStep<z.infer<typeof schema>>({
  type: "set-language",
  title: "Language",
  description: "Says which language the caller hears from here on",
  icon: "Language",
  family: "logic",
  contexts: ["extension", "third-party", "routing", "message"],
  schema,
  defaults: { by: "language", language: "" },
  ports: (data) =>
    data.by === "language"
      ? [{ id: "next", title: said`Then`, kind: "next", language: { code: data.language } }]
      : [
          { id: "next", title: said`Then`, kind: "next", language: "any" },
          { id: "other", title: said`Otherwise`, kind: "choice" },
        ],
  summary: ({ by, language, value }) => (by === "language" ? language : (value ?? "")) || said`No language yet`,
  check({ by, language, value }) {
    const sentence = said`callers would go on hearing what they heard before; choose a language.`;
    if (by === "language" && language === "")
      return [{ code: "language-not-chosen", severity: "error", ...sentence, path: ["language"] }];
    if (by === "value" && value === undefined)
      return [{ code: "language-not-chosen", severity: "error", ...sentence, path: ["value"] }];
    return [];
  },
  emit({ by, value }, out) {
    if (by === "language") {
      out.at(out.label(), { op: "choose", cases: [], otherwise: out.port("next") });
      return;
    }
    const { all } = out.speech;
    const asked = out.ownText("language");
    // A value that cannot be worked out leaves it as it is, and nothing means no language.
    out.at(out.label(), { op: "assign", variable: asked, expression: '""', next: out.label("ask") });
    out.at(out.label("ask"), { op: "assign", variable: asked, expression: value ?? '""', next: out.label("choose") });
    out.at(out.label("choose"), {
      op: "choose",
      cases: all.map((one) => ({ when: languageMeantBy(asked, all, one), to: out.port("next", one) })),
      otherwise: out.port("other"),
    });
  },
  // biome-ignore lint/correctness/useYield: it takes no time on the line.
  *simulate({ by, language, value = '""' }, call) {
    const isOurs = call.speakIn(by === "language" ? language : String(call.evaluate(value, "")));
    return by === "language" || isOurs ? "next" : "other";
  },
});
