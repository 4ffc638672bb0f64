import { compile, createAnswerer, type Flow } from "@ozflow/compiler";
import { describe, expect, test } from "vitest";
import { greeting, pinCheck } from "../support/call-flows.ts";

function isPlain(flow: Flow): boolean | undefined {
  const { program } = compile(flow);
  const entry = program?.entries["incoming-call"];
  return program && entry !== undefined ? createAnswerer(program).isPlain(entry) : undefined;
}

const saying = (say: string): Flow => ({
  ...greeting,
  variables: [{ name: "who", type: "text", initial: "you" }],
  steps: greeting.steps.map((step) => (step.type === "say" ? { ...step, data: { say } } : step)),
});

describe("a document is plain", () => {
  test("when it only says something and ends", () => {
    expect(isPlain(greeting)).toBe(true);
    expect(isPlain(saying("Hello."))).toBe(true);
  });

  test("not when it asks for another one, or tells each caller something else", () => {
    expect(isPlain(pinCheck)).toBe(false);
    expect(isPlain(saying("Hello {call.caller}."))).toBe(false);
    expect(isPlain(saying("Hello {who}."))).toBe(false);
  });
});
