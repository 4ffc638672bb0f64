import { printTranscript, said, describe as sentence, type Transcript, type TranscriptEvent } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";

const transcript = (...events: readonly TranscriptEvent[]): Transcript => ({
  events,
  steps: [],
  told: [],
  durationMs: 0,
  questions: 0,
});

describe("each event is a sentence", () => {
  it.each<readonly [TranscriptEvent, string]>([
    [{ atMs: 0, event: "answered" }, "call answered"],
    [{ atMs: 0, event: "rejected" }, "call rejected"],
    [{ atMs: 0, event: "heard", text: 'Say "a"', language: "en-US" }, 'hears  "Say "a""'],
    [{ atMs: 0, event: "heard", text: "Hello", cutShort: true }, 'hears  "Hello" (cut short by a key)'],
    [{ atMs: 0, event: "played", file: "a.wav" }, "hears  audio a.wav"],
    [{ atMs: 0, event: "played", file: "a.wav", cutShort: true }, "hears  audio a.wav (cut short by a key)"],
    [{ atMs: 0, event: "paused", seconds: 2 }, "waits  2 s"],
    [{ atMs: 0, event: "pressed", keys: "12#" }, "keys   12#"],
    [{ atMs: 0, event: "said-nothing", seconds: 5 }, "silent for 5 s"],
    [{ atMs: 0, event: "recorded", seconds: 4, url: "http://pbx/1.wav" }, "recorded 4 s -> http://pbx/1.wav"],
    [{ atMs: 0, event: "transferred", target: "2000", ok: true }, "transferred to 2000"],
    [{ atMs: 0, event: "transferred", target: "2000", ok: false }, "transfer to 2000 failed"],
    [{ atMs: 0, event: "placed-call", number: "1", answered: false }, "call placed to 1: not answered"],
    [{ atMs: 0, event: "sent-sms", recipient: "1", text: "Hi", sender: "2" }, 'SMS to 1: "Hi"'],
    [{ atMs: 0, event: "hung-up", by: "flow" }, "call ended"],
    [{ atMs: 0, event: "hung-up", by: "caller" }, "the caller hung up"],
    [{ atMs: 0, event: "hung-up", by: "limit" }, "call cut off: it would never have ended"],
    [{ atMs: 0, event: "fault", ...said`no answer` }, "fault  no answer"],
  ])("%o", (event, line) => {
    expect(sentence(event)).toBe(line);
  });
});

describe("a printed transcript", () => {
  it("has minutes, seconds and tenths in front of each line", () => {
    const times = [0, 949, 61_000, 3_600_000].map((atMs): TranscriptEvent => ({ atMs, event: "answered" }));
    const clocks = printTranscript(transcript(...times))
      .split("\n")
      .map((line) => line.split("  ")[0]);
    expect(clocks).toEqual(["00:00.0", "00:00.9", "01:01.0", "60:00.0"]);
  });

  it("joins keys that follow each other, at the time of the first", () => {
    const printed = printTranscript(
      transcript(
        { atMs: 1000, event: "pressed", keys: "1" },
        { atMs: 1400, event: "pressed", keys: "2" },
        { atMs: 2000, event: "said-nothing", seconds: 5 },
        { atMs: 3000, event: "pressed", keys: "3" },
      ),
    );
    expect(printed).toBe("00:01.0  keys   12\n00:02.0  silent for 5 s\n00:03.0  keys   3");
  });

  it("puts what the callee went through below the call, further in", () => {
    const inner = transcript({ atMs: 500, event: "answered" });
    const middle = transcript({ atMs: 0, event: "placed-call", number: "2", answered: true, callee: inner });
    const outer = transcript(
      { atMs: 0, event: "placed-call", number: "1", answered: true, callee: middle },
      { atMs: 900, event: "hung-up", by: "flow" },
    );
    expect(printTranscript(outer).split("\n")).toEqual([
      "00:00.0  call placed to 1: answered",
      "    00:00.0  call placed to 2: answered",
      "        00:00.5  call answered",
      "00:00.9  call ended",
    ]);
  });

  it("of a call in which nothing happened is empty", () => {
    expect(printTranscript(transcript())).toBe("");
  });
});
