/** The arrows of the house (ARCHITECTURE.md): what may know what. Everybody has something to say (`words`). */
const everybodys = ["compiler/src/words"];
const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: "error",
  from: { path: `^${from}/` },
  to: { path: "^(compiler|server|editor)/src/", pathNot: [from, ...allowed, ...everybodys].map((path) => `^${path}/`) },
});
const c = "compiler/src";

module.exports = {
  forbidden: [
    {
      name: "no-circles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ["type-only"] } },
    },
    only("words-know-nothing", `${c}/words`, [], "sentences stand alone"),
    only("ozml-knows-nothing", `${c}/ozml`, [], "the language stands alone"),
    only("flow-knows-nothing", `${c}/flow`, [], "the flow file stands alone"),
    only("resources-know-nothing", `${c}/resources`, [], "calendars and tables stand alone"),
    only(
      "expressions",
      `${c}/expressions`,
      [`${c}/flow`, `${c}/resources`],
      "expressions read variables and what a call knows",
    ),
    only("line-knows-nothing", `${c}/line`, [], "a phone line knows neither flows nor documents"),
    only(
      "http",
      `${c}/http`,
      [`${c}/flow`, `${c}/expressions`, `${c}/line`],
      "requests are filled with values and know no step",
    ),
    only(
      "instructions",
      `${c}/instructions`,
      [`${c}/flow`, `${c}/ozml`, `${c}/expressions`, `${c}/http`],
      "the middle language knows no step",
    ),
    only(
      "steps",
      `${c}/steps`,
      [`${c}/resources`, `${c}/flow`, `${c}/expressions`, `${c}/http`, `${c}/instructions`, `${c}/line`, `${c}/ozml`],
      "steps know no phase",
    ),
    only(
      "machine-knows-no-flow",
      `${c}/machine`,
      [`${c}/ozml`, `${c}/line`],
      "the machine runs documents and knows no flow",
    ),
    only(
      "walk-knows-no-ozml",
      `${c}/walk`,
      [
        `${c}/resources`,
        `${c}/flow`,
        `${c}/expressions`,
        `${c}/http`,
        `${c}/steps`,
        `${c}/line`,
        `${c}/phases/1-parse`,
      ],
      "the reference never looks at OzML",
    ),
    only(
      "runtime",
      `${c}/runtime`,
      [`${c}/resources`, `${c}/flow`, `${c}/expressions`, `${c}/http`, `${c}/line`, `${c}/ozml`, `${c}/steps`],
      "answering needs the program only",
    ),
    {
      name: "proofs-stand-under-rules",
      comment: "rules ask proofs, and not the other way round",
      severity: "error",
      from: { path: `^${c}/proofs/` },
      to: { path: `^${c}/(rules|compile|runtime|phases/(3|4)|cli)` },
    },
    only("compiler-stands-alone", "compiler", [], "the compiler knows neither server nor editor"),
    only("server", "server", ["compiler"], "the server knows the compiler"),
    only("editor", "editor", ["compiler"], "the editor knows the compiler"),
    {
      name: "steps-are-apart",
      severity: "error",
      from: { path: `^${c}/steps/([a-z-]+)/`, pathNot: `^${c}/steps/fields/` },
      to: { path: `^${c}/steps/([a-z-]+)/`, pathNot: [`^${c}/steps/$1/`, `^${c}/steps/fields/`] },
    },
    { name: "one-writer", severity: "error", from: { pathNot: `^${c}/ozml/writer.ts$` }, to: { path: "xmlbuilder2" } },
    {
      name: "compiler-runs-anywhere",
      comment: "no Node built-in outside the command line",
      severity: "error",
      from: { path: `^${c}/`, pathNot: `^${c}/cli/` },
      to: { dependencyTypes: ["core"] },
    },
    {
      name: "model-without-react",
      severity: "error",
      from: { path: "^editor/src/(model|commands)/" },
      to: { path: "node_modules/(react|@xyflow/react|@mantine)" },
    },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    enhancedResolveOptions: { exportsFields: ["exports"], conditionNames: ["import", "default"] },
  },
};
