import { z } from "zod";
import { luckAt } from "../../expressions/expressions.ts";
import { said } from "../../words/said.ts";
import { defineStep } from "../definition.ts";
import { duplicates } from "../fields/duplicates.ts";
import { field } from "../fields/field.ts";
import { wayOut, whole } from "../fields/fields.ts";

const schema = z.strictObject({
  ways: field(
    z
      .array(z.strictObject({ name: wayOut(), weight: whole({ title: "Share", unit: "parts" }, 0, 1000) }))
      .min(2)
      .max(12),
    { title: "Ways out", control: "list" },
  ),
});

type Data = z.infer<typeof schema>;

/** Send callers different ways by chance: so many parts of them here, so many there. */
export const randomSplit = defineStep<Data>({
  type: "random-split",
  title: "Random split",
  description: "Sends some callers one way and some another, by chance",
  icon: "ArrowsShuffle",
  family: "logic",
  contexts: ["extension", "third-party", "routing", "message"],
  schema,
  defaults: {
    ways: [
      { name: "a", weight: 50 },
      { name: "b", weight: 50 },
    ],
  },
  ports: ({ ways }) => ways.map(({ name }) => ({ id: name, title: name, kind: "choice" })),
  summary: ({ ways }) => ways.map(({ name, weight }) => `${name}: ${percent(weight / sum(ways))}`).join("\n"),
  check: ({ ways }) => [
    ...duplicates(ways.map(({ name }) => name)).map((index) => ({
      code: "way-twice",
      severity: "error" as const,
      ...said`two ways out are called "${ways[index]?.name ?? ""}"; give each a name of its own.`,
      path: ["ways", index, "name"],
    })),
    ...(sum(ways) > 0
      ? []
      : [
          {
            code: "no-shares",
            severity: "error" as const,
            ...said`no way out has a share, so callers have none; give one of them some parts.`,
            path: ["ways"],
          },
        ]),
  ],
  emit({ ways }, out) {
    const passes = out.ownNumber("passes");
    const drawn = `${luckAt(out.step, passes)} * ${sum(ways)}.0`;
    // The luck is below 1, so whatever is left at the last way that has a share belongs to it.
    const last = ways.findLastIndex(({ weight }) => weight > 0);
    out.at(out.label(), { op: "assign", variable: passes, expression: `${passes} + 1`, next: out.label("drawn") });
    out.at(out.label("drawn"), {
      op: "choose",
      cases: ways.slice(0, last).map(({ name }, index) => ({
        when: `${drawn} < ${sum(ways.slice(0, index + 1))}.0`,
        to: out.port(name),
      })),
      otherwise: out.port(ways[last]?.name ?? ""),
    });
  },
  // biome-ignore lint/correctness/useYield: chance takes no time on the line.
  *simulate({ ways }, call) {
    let left = call.luck() * sum(ways);
    for (const { name, weight } of ways) {
      if (left < weight) return name;
      left -= weight;
    }
    return undefined;
  },
});

function sum(ways: Data["ways"]): number {
  return ways.reduce((parts, { weight }) => parts + weight, 0);
}

function percent(share: number): string {
  return Number.isNaN(share) ? "0 %" : `${Math.round(share * 1000) / 10} %`;
}
