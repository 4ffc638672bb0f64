import { type Conversation, parseCallerScript, printTranscript, ScriptedLine, type World } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { ask, soundsInOrder } from "../../compiler/src/line/ask.ts";
import { type Physics, recommendedPhysics } from "../../compiler/src/line/physics.ts";

/** What is heard and done, a line an event, when the caller does this. */
function play(conversation: () => Conversation, caller = "", world: World = {}): readonly string[] {
  const parsed = parseCallerScript(caller);
  if ("fault" in parsed) throw new Error(parsed.fault.message);
  return printTranscript(new ScriptedLine(parsed.script, world).run(conversation())).split("\n");
}

/** Five words: two seconds. */
const prompt = "Press one or two now.";

/** Asks once, says what came of it. Four seconds to answer. */
function question(digits: { minDigits?: number; maxDigits?: number } = {}, physics: Physics = recommendedPhysics) {
  return function* (): Conversation {
    const asked = { timeoutSeconds: 4, minDigits: 1, maxDigits: 1, ...digits };
    const entry = yield* ask(soundsInOrder([{ effect: "speak", text: prompt }]), asked, physics);
    yield { effect: "speak", text: entry.complete ? `Got ${entry.keys}` : "Nothing" };
  };
}

const recorded = (options: { maxSeconds?: number; silenceSeconds?: number; finishKeys?: string }) =>
  function* (): Conversation {
    const reply = yield { effect: "record", finishKeys: "", format: "wav", ...options };
    yield { effect: "speak", text: `Kept ${reply.url.split("/").at(-1)}` };
  };

describe("answering a question", () => {
  it("a caller who waits for the end of the prompt presses a second later", () => {
    expect(play(question(), "1")).toEqual([
      '00:00.0  hears  "Press one or two now."',
      "00:03.0  keys   1",
      '00:03.0  hears  "Got 1"',
      "00:03.8  call ended",
    ]);
  });

  it("a key in the middle of the prompt cuts it short", () => {
    expect(play(question(), "1@0.5")).toEqual([
      '00:00.0  hears  "Press one or two now." (cut short by a key)',
      "00:00.5  keys   1",
      '00:00.5  hears  "Got 1"',
      "00:01.3  call ended",
    ]);
  });

  it("on a PBX where keys do not stop it, the prompt plays to its end and the key counts all the same", () => {
    expect(play(question({}, { ...recommendedPhysics, keyStopsPrompt: false }), "1@0.5")).toEqual([
      '00:00.0  hears  "Press one or two now."',
      "00:02.0  keys   1",
      '00:02.0  hears  "Got 1"',
      "00:02.8  call ended",
    ]);
  });

  it("a key at the last moment counts, one after it does not", () => {
    expect(play(question(), "1@6")).toContain("00:06.0  keys   1");
    const late = play(question(), "1@6.1");
    expect(late).toContain("00:06.0  silent for 4 s");
    expect(late).toContain('00:06.0  hears  "Nothing"');
  });

  it("who presses nothing has until the time is over", () => {
    expect(play(question(), "timeout")).toEqual([
      '00:00.0  hears  "Press one or two now."',
      "00:06.0  silent for 4 s",
      '00:06.0  hears  "Nothing"',
      "00:06.5  call ended",
    ]);
  });

  it("after the last action of the script the caller stays silent", () => {
    const twice = function* (): Conversation {
      yield* question()();
      yield* question()();
    };
    expect(play(twice, "1").filter((line) => line.includes("silent"))).toHaveLength(1);
  });

  it("keys that come to a question that is over do not answer the next one", () => {
    const twice = function* (): Conversation {
      yield* question()();
      yield* question()();
    };
    expect(play(twice, "12,timeout").filter((line) => line.includes("Got"))).toEqual(['00:03.0  hears  "Got 1"']);
  });
});

describe("entries of several digits", () => {
  it("are complete with the last digit allowed", () => {
    expect(play(question({ minDigits: 4, maxDigits: 4 }), "12345")).toContain('00:04.2  hears  "Got 1234"');
  });

  it("of a range end with the pause after the last key", () => {
    expect(play(question({ minDigits: 2, maxDigits: 6 }), "123")).toEqual([
      '00:00.0  hears  "Press one or two now."',
      "00:03.0  keys   123",
      "00:07.8  silent for 4 s",
      '00:07.8  hears  "Got 123"',
      "00:08.6  call ended",
    ]);
  });

  it("that are too short count as none, or as an entry, as the PBX has it", () => {
    const pin = { minDigits: 4, maxDigits: 4 };
    expect(play(question(pin), "12")).toContain('00:07.4  hears  "Nothing"');
    expect(play(question(pin, { ...recommendedPhysics, partialEntry: "entered" }), "12")).toContain(
      '00:07.4  hears  "Got 12"',
    );
  });
});

describe("hanging up", () => {
  it("at a question: a second after the prompt", () => {
    expect(play(question(), "hangup").slice(1)).toEqual(["00:03.0  the caller hung up"]);
  });

  it("at a second: in the middle of the prompt", () => {
    expect(play(question(), "hangup@1").slice(1)).toEqual(["00:01.0  the caller hung up"]);
  });

  it("nothing happens to a conversation after it", () => {
    const farewell = function* (): Conversation {
      yield* question()();
      yield { effect: "send-sms", recipient: "100", text: "You were here" };
    };
    expect(play(farewell, "hangup").join("\n")).not.toContain("SMS");
  });
});

describe("a recording ends", () => {
  it("by a key that ends it", () => {
    expect(play(recorded({ finishKeys: "#*" }), "talk 3*")).toEqual([
      "00:03.0  recorded 3 s -> http://pbx.example/recordings/1.wav",
      '00:03.0  hears  "Kept 1.wav"',
      "00:03.8  call ended",
    ]);
  });

  it("by silence, which is in it", () => {
    expect(play(recorded({ silenceSeconds: 2, maxSeconds: 60 }), "talk 3")[0]).toContain("recorded 5 s");
  });

  it("by silence, when the key is none that ends it", () => {
    expect(play(recorded({ silenceSeconds: 2, finishKeys: "#" }), "talk 3*")[0]).toContain("recorded 5 s");
  });

  it("by its longest time, however long the caller talks", () => {
    expect(play(recorded({ maxSeconds: 10, silenceSeconds: 2, finishKeys: "#" }), "talk 600#")[0]).toContain(
      "recorded 10 s",
    );
  });

  it("by the caller hanging up, and is there all the same", () => {
    expect(play(recorded({ maxSeconds: 10 }), "hangup")).toEqual([
      "00:01.0  recorded 1 s -> http://pbx.example/recordings/1.wav",
      "00:01.0  the caller hung up",
    ]);
  });

  it("by the caller hanging up when they say, who presses no key that would end it before", () => {
    expect(play(recorded({ maxSeconds: 60, finishKeys: "#" }), "hangup@7")).toEqual([
      "00:07.0  recorded 7 s -> http://pbx.example/recordings/1.wav",
      "00:07.0  the caller hung up",
    ]);
  });

  it("after five seconds when the script does not say what is said", () => {
    expect(play(recorded({ maxSeconds: 60, finishKeys: "#" }))[0]).toContain("recorded 5 s");
  });

  it("each has an address of its own", () => {
    const twice = function* (): Conversation {
      yield* recorded({ maxSeconds: 2 })();
      yield* recorded({ maxSeconds: 2 })();
    };
    expect(play(twice).filter((line) => line.includes("Kept"))).toEqual([
      '00:02.0  hears  "Kept 1.wav"',
      '00:04.8  hears  "Kept 2.wav"',
    ]);
  });
});

describe("sounds take their time", () => {
  const sounds = function* (): Conversation {
    yield { effect: "play", file: "short.wav" };
    yield { effect: "play", file: "unknown.wav" };
    yield { effect: "play", file: "short.wav", repeat: true, maxSeconds: 20 };
    yield { effect: "pause", seconds: 1.5 };
    yield { effect: "speak", text: "" };
  };

  it("files as long as the world says, three seconds when it does not; nothing said is nothing heard", () => {
    expect(play(sounds, "", { audioSeconds: { "short.wav": 0.7 } })).toEqual([
      "00:00.0  hears  audio short.wav",
      "00:00.7  hears  audio unknown.wav",
      "00:03.7  hears  audio short.wav",
      "00:23.7  waits  1.5 s",
      "00:25.2  call ended",
    ]);
  });
});

describe("other numbers", () => {
  const transfer = function* (): Conversation {
    const reply = yield { effect: "transfer", target: "2000" };
    yield { effect: "speak", text: reply.ok ? "Never heard" : "Nobody there" };
  };

  it("a transfer takes the call away, a failed one does not", () => {
    expect(play(transfer)).toEqual(["00:00.0  transferred to 2000"]);
    expect(play(transfer, "", { unreachable: ["2000"] })).toEqual([
      "00:00.0  transfer to 2000 failed",
      '00:00.0  hears  "Nobody there"',
      "00:00.8  call ended",
    ]);
  });

  const placing = function* (): Conversation {
    yield { effect: "place-call", number: "102", callerId: "3000", conversation: question() };
    yield { effect: "speak", text: "We told them" };
  };

  it("a placed call goes its own way, with a caller and a clock of its own", () => {
    expect(play(placing, "1", { callees: { "102": [{ does: "press", keys: "2" }] } })).toEqual([
      "00:00.0  call placed to 102 (shown as 3000): answered",
      '    00:00.0  hears  "Press one or two now."',
      "    00:03.0  keys   2",
      '    00:03.0  hears  "Got 2"',
      "    00:03.8  call ended",
      '00:00.0  hears  "We told them"',
      "00:01.2  call ended",
    ]);
  });

  it("nobody answers: this call goes on the same", () => {
    expect(play(placing, "", { unreachable: ["102"] })).toEqual([
      "00:00.0  call placed to 102 (shown as 3000): not answered",
      '00:00.0  hears  "We told them"',
      "00:01.2  call ended",
    ]);
  });

  it("a callee who was not given anything to do says nothing", () => {
    expect(play(placing)).toContain("    00:06.0  silent for 4 s");
  });
});

describe("a call that would never end is cut off", () => {
  const cut = "call cut off: it would never have ended";

  it("when it talks for ever", () => {
    const endless = function* (): Conversation {
      for (;;) yield { effect: "speak", text: "Please hold." };
    };
    const lines = play(endless, "", { maxEvents: 10 });
    expect(lines.at(-1)).toContain(cut);
    expect(lines.length).toBeLessThan(15);
  });

  it("when nothing happens in it at all", () => {
    const still = function* (): Conversation {
      for (;;) yield { effect: "visit", step: "a" };
    };
    expect(play(still)).toEqual([`00:00.0  ${cut}`]);
  });

  it("after four hours", () => {
    const patient = function* (): Conversation {
      for (;;) yield { effect: "pause", seconds: 600 };
    };
    expect(play(patient).at(-1)).toBe(`250:00.0  ${cut}`);
  });

  it("when each call places another", () => {
    const chain = function* (): Conversation {
      yield { effect: "place-call", number: "102", conversation: chain };
    };
    const placed = play(chain).filter((line) => line.includes("call placed to 102"));
    expect(placed).toHaveLength(5);
  });
});
