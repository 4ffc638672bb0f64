import "../no-eval.ts";
import { callOfTest, compareCalls, openTestedFlow, playTest, recordTest } from "@ozflow/compiler";
import type { TestsAnswers, TestsQuestion } from "./tests-protocol.ts";

self.onmessage = ({ data }: MessageEvent<TestsQuestion>) => {
  try {
    self.postMessage({ answer: answerTo(data) });
  } catch (error) {
    // A fault of ours: the page says so instead of waiting for ever.
    self.postMessage({ fault: error instanceof Error ? error.message : String(error) });
  }
};

function answerTo(question: TestsQuestion): TestsAnswers[TestsQuestion["ask"]] {
  if (question.ask === "compare") return compareCalls(question.before, question.after).map(({ sentence }) => sentence);
  const flow = openTestedFlow(question.flow);
  if ("diagnostics" in flow) return undefined;
  switch (question.ask) {
    case "run":
      return question.tests.map((test) => {
        const { name, failures } = playTest(flow, test);
        return { name, failures: failures.map(({ sentence }) => sentence) };
      });
    case "record":
      return recordTest(flow.answerer, question.call, question.name, question.untilMs);
    case "call":
      return callOfTest(flow.answerer, question.call);
  }
}
