import type { Flow } from "@ozflow/compiler";

/** Step ids are at most 64 characters; this leaves room for a number behind. */
const maxStemLength = 56;

/** An id nobody has, made of readable words: "Ask for the PIN" becomes `ask-for-the-pin`, the next one `ask-for-the-pin-2`. */
export function freeStepId(words: string, taken: ReadonlySet<string>): string {
  const stem = stemOf(words);
  for (let number = 1; ; number += 1) {
    const id = number === 1 ? stem : `${stem}-${number}`;
    if (!taken.has(id)) return id;
  }
}

function stemOf(words: string): string {
  const plain = words
    .normalize("NFD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase();
  const stem = plain
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^[^a-z]+/, "")
    .slice(0, maxStemLength)
    .replace(/-+$/, "");
  return stem === "" ? "step" : stem;
}

/** A label nobody has: "Menu", then "Menu 2". */
export function freeLabel(label: string, flow: Flow): string {
  const taken = new Set(flow.steps.map((step) => step.label));
  for (let number = 1; ; number += 1) {
    const free = number === 1 ? label : `${label} ${number}`;
    if (!taken.has(free)) return free;
  }
}

export function stepIdsOf(flow: Flow): Set<string> {
  return new Set(flow.steps.map((step) => step.id));
}
