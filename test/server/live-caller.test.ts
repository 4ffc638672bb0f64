import { emptyReply, runCall } from "@ozflow/compiler";
import { expect, test } from "vitest";
import { LiveCaller } from "../../server/src/pbx/virtual/live-caller.ts";
import { VirtualCall } from "../../server/src/pbx/virtual/virtual-call.ts";
import { ManualClock, settled } from "../support/clocks.ts";

/** Somebody at the dial pad hears a document on a clock that the test moves. */
function hear(commands: string) {
  const clock = new ManualClock();
  const facts = { id: "c1", direction: "incoming", source: "101", callerId: "101", destination: "1000" } as const;
  const call = new VirtualCall({ ...facts, startedAt: clock.now() }, clock);
  const line = new LiveCaller(
    call.time,
    (event) => call.events.tell(event),
    (number) => number !== "199",
  );
  const script = runCall({
    notification: "IncomingCall",
    url: "http://app.example/",
    document: `<Response>${commands}</Response>`,
    callId: "c1",
    caller: "101",
    dialed: "1000",
  });
  const fetch = async () => ({ status: 200, body: "<Response/>" });
  const over = call.run(script, line, {
    fetch,
    place: async () => false,
    serve: async () => ({ ...emptyReply, ok: true }),
    keepRecording: async () => {},
  });
  const transcript = () => call.events.all.flatMap((one) => ("atMs" in one ? [`${one.atMs / 1000} ${one.event}`] : []));
  return { clock, call, over, transcript };
}

const menu = `<UserInput Timeout="5" Repeat="false" Digits="2"><InitialCommands><Speak>one two three four five</Speak></InitialCommands>
  <Inputs><Input key="12"><Speak>right</Speak><Hangup/></Input></Inputs></UserInput><Speak>silent</Speak>`;

test("a prompt takes as long as it is spoken, and silence as long as the question waits", async () => {
  const { clock, over, transcript } = hear(menu);
  await clock.pass(60);
  await over;
  expect(transcript()).toEqual(["0 answered", "0 heard", "7 said-nothing", "7 heard", "7.5 hung-up"]);
});

test("a key stops the prompt, and the next one is waited for", async () => {
  const { clock, call, over, transcript } = hear(menu);
  await clock.pass(1);
  call.press("1");
  await clock.pass(2);
  call.press("2");
  await clock.pass(60);
  await over;
  expect(transcript()).toEqual(["0 answered", "0 heard", "1 pressed", "3 pressed", "3 heard", "3.5 hung-up"]);
});

test("several keys at once are pressed one after the other", async () => {
  const { clock, call, over, transcript } = hear(menu);
  await clock.pass(1);
  call.press("12");
  await clock.pass(60);
  await over;
  expect(transcript().slice(2)).toEqual(["1 pressed", "1 pressed", "1 heard", "1.5 hung-up"]);
});

test("keys from before the question count for nothing", async () => {
  const { clock, call, over, transcript } = hear(`<Delay>3</Delay>${menu}`);
  await clock.pass(1);
  call.press("12");
  await clock.pass(60);
  await over;
  expect(transcript()).toEqual([
    "0 answered",
    "0 paused",
    "3 pressed",
    "3 heard",
    "10 said-nothing",
    "10 heard",
    "10.5 hung-up",
  ]);
});

test("hanging up ends the call at once, in the middle of a word", async () => {
  const { clock, call, over, transcript } = hear(menu);
  await clock.pass(1);
  call.hangUp("caller");
  await over;
  expect(transcript()).toEqual(["0 answered", "0 heard", "1 hung-up"]);
  expect(call.isOver).toBe(true);
});

test("on hold everything stands still: prompts, waits, and keys reach nobody", async () => {
  const { clock, call, over, transcript } = hear(menu);
  await clock.pass(1); // in the middle of a prompt of two seconds
  call.hold();
  await clock.pass(600);
  call.press("12");
  await clock.pass(600);
  expect(transcript()).toEqual(["0 answered", "0 heard"]);
  call.unhold();
  await clock.pass(4); // one more second of the prompt, three of five that are waited
  call.hold();
  await clock.pass(600);
  call.unhold();
  await clock.pass(60);
  await over;
  expect(transcript()).toEqual(["0 answered", "0 heard", "7 said-nothing", "7 heard", "7.5 hung-up"]);
});

test("a call on hold can be hung up", async () => {
  const { clock, call, over, transcript } = hear(menu);
  await clock.pass(1);
  call.hold();
  await clock.pass(60);
  call.hangUp("caller");
  await over;
  expect(transcript()).toEqual(["0 answered", "0 heard", "1 hung-up"]);
});

test("a recording ends with its finish key", async () => {
  const { clock, call, over, transcript } = hear(
    '<Record Duration="60" FinishDigits="#" Format="mp3"/><Speak>thanks</Speak>',
  );
  await clock.pass(4);
  call.press("#");
  await clock.pass(60);
  await over;
  expect(transcript()).toEqual(["0 answered", "4 recorded", "4 heard", "4.5 hung-up"]);
});

test("a transfer that fails goes on, one that is taken is the end", async () => {
  const { clock, call, over, transcript } = hear(
    "<BlindTransfer>199</BlindTransfer><BlindTransfer>2000</BlindTransfer><Speak>x</Speak>",
  );
  await clock.pass(1);
  await over;
  expect(transcript()).toEqual(["0 answered", "0 transferred", "0 transferred"]);
  expect(call.events.all.at(-1)).toEqual({ event: "over" });
});

test("whoever listens later hears everything from the start", async () => {
  const { clock, call, over } = hear("<Speak>hello</Speak>");
  await clock.pass(60);
  await over;
  await settled();
  const heard: string[] = [];
  for await (const one of call.events.follow()) heard.push(one.event);
  expect(heard).toEqual(["answered", "heard", "hung-up", "over"]);
});
