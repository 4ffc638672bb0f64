import { withCalledFlows } from "../sub-flows/flow-library.ts";
import type { TestsAnswers, TestsQuestion } from "./tests-protocol.ts";

/** Asks a thread of its own, which ends with its answer: what takes long for one flow holds up no other. */
export async function askTests<Question extends TestsQuestion>(
  asked: Question,
): Promise<TestsAnswers[Question["ask"]]> {
  const question: TestsQuestion =
    asked.ask === "compare"
      ? { ...asked, after: await withCalledFlows(asked.after) }
      : { ...asked, flow: await withCalledFlows(asked.flow) };
  const worker = new Worker(new URL("./tests.worker.ts", import.meta.url), { type: "module" });
  return new Promise<TestsAnswers[Question["ask"]]>((resolve, reject) => {
    worker.onmessage = ({ data }: MessageEvent<{ answer: TestsAnswers[Question["ask"]] } | { fault: string }>) =>
      "fault" in data ? reject(new Error(data.fault)) : resolve(data.answer);
    worker.onerror = () => reject(new Error("the tests' thread could not be started"));
    worker.postMessage(question);
  }).finally(() => worker.terminate());
}
