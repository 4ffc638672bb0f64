import { openQuestions, switches } from "./open-questions.ts";

const introduction = `# Dialects: where the OzML manual is silent

The manual leaves 26 questions open. For each of them this page tells the readings there are, the recommended one first,
and the switch of the machine that chooses between them; or who makes the choice when the machine cannot. The simulator
and the virtual PBX run the recommended reading of everything unless they are told otherwise, and compiled flows are
tested against the others. Made by \`scripts/make-docs.mjs\` from \`compiler/src/machine/open-questions.ts\`: do not edit.
`;

/** The page `docs/dialects.md`. */
export function writeDialectsPage(): string {
  return [introduction, ...openQuestions.map(writeQuestion)].join("\n");
}

function writeQuestion({ number, question, chosen }: (typeof openQuestions)[number]): string {
  const tables = Object.entries(switches)
    .filter(([, { questions }]) => questions.includes(number))
    .map(([key, { readings }]) =>
      [
        `| \`${key}\` | reading |`,
        "|---|---|",
        ...readings.map(({ value, meaning }) => `| \`${value}\` | ${meaning.message} |`),
        "",
      ].join("\n"),
    );
  const body = chosen === undefined ? tables.join("\n") : `No switch. ${chosen}\n`;
  return `## ${number}. ${question}\n\n${body}`;
}
