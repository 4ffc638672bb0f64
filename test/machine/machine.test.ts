import {
  type Dialect,
  type FetchEffect,
  pairwiseDialects,
  parseCallerScript,
  printTranscript,
  recommendedDialect,
  runCall,
  ScriptedLine,
  type World,
} from "@ozflow/compiler";
import { describe, expect, it } from "vitest";

interface Played {
  readonly lines: readonly string[];
  readonly asked: readonly FetchEffect[];
}

/** Plays a call through documents given by address; the first one is asked for when the call comes in. */
function play(
  documents: Readonly<Record<string, string>>,
  caller = "",
  options: { dialect?: Partial<Dialect>; world?: World; notification?: "IncomingCall" | "CallConnected" } = {},
): Played {
  const script = parseCallerScript(caller);
  if ("fault" in script) throw new Error(script.fault.message);
  const asked: FetchEffect[] = [];
  const fetch = (request: FetchEffect) => {
    asked.push(request);
    const body = documents[new URL(request.url).pathname.slice(1)];
    return body === undefined ? { status: 404, body: "" } : { status: 200, body };
  };
  const line = new ScriptedLine(script.script, { ...options.world, fetch });
  const call = {
    notification: options.notification ?? "IncomingCall",
    url: "http://app.example/start",
    callId: "c1",
    caller: "100",
    dialed: "8000",
  } as const;
  const transcript = line.run(runCall(call, { dialect: { ...recommendedDialect, ...options.dialect } }));
  return {
    lines: printTranscript(transcript)
      .replace(/^\d\d:\d\d\.\d {2}/gm, "")
      .split("\n"),
    asked,
  };
}

const response = (body: string) => `<Response>${body}</Response>`;

describe("a call on an API extension", () => {
  it("is answered, runs its commands in order and is hung up at the end of the document", () => {
    const { lines, asked } = play({ start: response("<Speak>Hello</Speak><Play>a.wav</Play><Delay>2</Delay>") });
    expect(lines).toEqual(["call answered", 'hears  "Hello"', "hears  audio a.wav", "waits  2 s", "call ended"]);
    expect(asked[0]?.form).toEqual({ NotificationName: "IncomingCall", CallId: "c1", CallerId: "100", Dialed: "8000" });
  });

  it("is never answered when the first command is Reject, and Reject means nothing later", () => {
    expect(play({ start: response("<Reject/><Speak>Hello</Speak>") }).lines).toEqual(["call rejected"]);
    expect(play({ start: response("<Speak>Hello</Speak><Reject/>") }).lines).toContain(
      "fault  Reject came too late and was ignored: the call is answered already",
    );
    expect(play({ start: response("<Reject/>") }, "", { notification: "CallConnected" }).lines).toContain(
      "call answered",
    );
  });

  it("is hung up when no OzML can be had", () => {
    expect(play({}).lines).toEqual(["fault  http://app.example/start answers 404", "call ended"]);
    expect(play({ start: "Internal error" }).lines.at(-1)).toBe("call ended");
  });

  it("reads names in any case and parameters as text or attribute", () => {
    const { lines } = play({ start: '<response><speak text="Hi"/><DELAY time="1"></DELAY></response>' });
    expect(lines).toEqual(["call answered", 'hears  "Hi"', "waits  1 s", "call ended"]);
  });

  it("passes over what it does not know and says so", () => {
    expect(play({ start: response("<Dance/><Speak>Hi</Speak>") }).lines).toEqual([
      "call answered",
      "fault  <Dance> is not run here and was passed over",
      'hears  "Hi"',
      "call ended",
    ]);
  });

  it("puts the value of a Var in later texts and leaves an unknown $name as it is", () => {
    expect(play({ start: response('<Var id="dept">billing</Var><Speak>$dept and $other</Speak>') }).lines[1]).toBe(
      'hears  "billing and $other"',
    );
  });
});

describe("UserInput", () => {
  const menu = (attributes = "") =>
    response(`<UserInput Timeout="3" Repeat="false" ${attributes}><InitialCommands><Speak>Press one</Speak></InitialCommands>
      <Inputs><Input key="1"><Speak>One</Speak></Input></Inputs></UserInput><Speak>Behind</Speak>`);

  it("runs the branch of the key and goes on behind it", () => {
    expect(play({ start: menu() }, "1").lines.slice(1)).toEqual([
      'hears  "Press one"',
      "keys   1",
      'hears  "One"',
      'hears  "Behind"',
      "call ended",
    ]);
  });

  it("lets the first key stop the prompt, or in the other reading play on", () => {
    expect(play({ start: menu() }, "1@0.2").lines[1]).toBe('hears  "Press one" (cut short by a key)');
    expect(play({ start: menu() }, "1@0.2", { dialect: { keyStopsPrompt: false } }).lines[1]).toBe(
      'hears  "Press one"',
    );
  });

  it("goes on behind when nothing is pressed, or asks again with Repeat", () => {
    expect(play({ start: menu() }).lines.slice(2)).toEqual(["silent for 3 s", 'hears  "Behind"', "call ended"]);
    const repeated = play({ start: menu().replace('Repeat="false"', 'Repeat="true"') }, "timeout,1");
    expect(repeated.lines.slice(1, 5)).toEqual([
      'hears  "Press one"',
      "silent for 3 s",
      'hears  "Press one"',
      "keys   1",
    ]);
  });

  it("asks ForwardToUrl about an entry no Input has, with the digits in DtmfDigits", () => {
    const { lines, asked } = play(
      {
        start: menu('Digits="2" ForwardToUrl="http://app.example/more?x=1"'),
        more: response("<Speak>More</Speak><Hangup/>"),
      },
      "42",
    );
    expect(lines.slice(2)).toEqual(["keys   42", 'hears  "More"', "call ended"]);
    expect(asked[1]?.url).toBe("http://app.example/more?x=1");
    expect(asked[1]?.form).toEqual({ NotificationName: "DtmfEntered", CallId: "c1", DtmfDigits: "42" });
  });

  it("drops an unfinished entry, or reports it in the other reading", () => {
    const documents = { start: menu('Digits="4" ForwardToUrl="more"'), more: response("<Speak>More</Speak><Hangup/>") };
    expect(play(documents, "42").lines).toContain('hears  "Behind"');
    expect(play(documents, "42", { dialect: { partialEntry: "entered" } }).lines).toContain('hears  "More"');
  });

  it("takes an entry between MinDigits and MaxDigits when the time is over", () => {
    const documents = { start: menu('MinDigits="2" MaxDigits="5" ForwardToUrl="more"'), more: response("<Hangup/>") };
    expect(play(documents, "123").asked[1]?.form["DtmfDigits"]).toBe("123");
    expect(play(documents, "1").asked).toHaveLength(1);
  });

  it("nested: BackKey goes back to the question around it", () => {
    const nested =
      response(`<UserInput Timeout="3"><InitialCommands><Speak>Outer</Speak></InitialCommands><Inputs><Input key="1">
      <UserInput Timeout="3" BackKey="*"><InitialCommands><Speak>Inner</Speak></InitialCommands></UserInput></Input></Inputs></UserInput>`);
    expect(play({ start: nested }, "1,*").lines.filter((one) => one.startsWith("hears"))).toEqual([
      'hears  "Outer"',
      'hears  "Inner"',
      'hears  "Outer"',
    ]);
  });
});

describe("other ways through a script", () => {
  it("GoTo goes on with what the URL answers; what stands behind it runs in the other reading only", () => {
    const documents = {
      start: response("<GoTo>next</GoTo><Speak>Behind</Speak>"),
      next: response("<Speak>Next</Speak>"),
    };
    expect(play(documents).lines.slice(1)).toEqual(['hears  "Next"', "call ended"]);
    expect(play(documents, "", { dialect: { goToReturns: true } }).lines.slice(1)).toEqual([
      'hears  "Next"',
      'hears  "Behind"',
      "call ended",
    ]);
    expect(play(documents).asked[1]?.form["NotificationName"]).toBe("GoTo");
  });

  it("a document that asks for itself is cut off and does not exhaust anything", () => {
    expect(play({ start: response("<GoTo>start</GoTo>") }).lines.at(-1)).toBe(
      "call cut off: it would never have ended",
    );
    const asks = response('<UserInput Timeout="1" ForwardToUrl="start"/><GoTo>start</GoTo>');
    expect(play({ start: asks }, "1,2,3,4").lines.at(-1)).toBe("call cut off: it would never have ended");
  });

  it("a transfer that succeeds takes the call away; one that fails goes on with the next command", () => {
    const start = response("<BlindTransfer>2000</BlindTransfer><Speak>Busy</Speak>");
    expect(play({ start }).lines).toEqual(["call answered", "transferred to 2000"]);
    expect(play({ start }, "", { world: { unreachable: ["2000"] } }).lines).toEqual([
      "call answered",
      "transfer to 2000 failed",
      'hears  "Busy"',
      "call ended",
    ]);
  });

  it("a recording ends by a key, by silence or by its length, and FinishedUrl hears where it lies", () => {
    const record = (attributes: string) => ({
      start: response(`<Record ${attributes} FinishedUrl="done"/><Speak>Rest</Speak>`),
      done: response("<Speak>Saved</Speak>"),
    });
    expect(play(record('Duration="60" FinishDigits="#"'), "talk 4#").lines[1]).toContain("recorded 4 s");
    expect(play(record('Duration="60" Inactivity="3"'), "talk 4").lines[1]).toContain("recorded 7 s");
    expect(play(record('Duration="2"'), "talk 4").lines[1]).toContain("recorded 2 s");
    const played = play(record('Duration="2"'));
    expect(played.asked[1]?.form).toMatchObject({
      NotificationName: "RecordCompleted",
      RecordURL: "http://pbx.example/recordings/1.mp3",
    });
    expect(played.lines.slice(2)).toEqual(['hears  "Saved"', 'hears  "Rest"', "call ended"]);
    expect(play(record('Duration="2"'), "", { dialect: { recordReply: "instead-of-rest" } }).lines.slice(2)).toEqual([
      'hears  "Saved"',
      "call ended",
    ]);
  });

  it("Call dials somebody else, goes on at once, and asks Url when they answer", () => {
    const start = response('<Call Url="callee" CallerId="3000" CallerDisplayName="Desk">102</Call><Speak>Mine</Speak>');
    const { lines, asked } = play({ start, callee: response("<Speak>Theirs</Speak>") });
    expect(lines.map((one) => one.trim())).toEqual([
      "call answered",
      "call placed to 102 (shown as 3000): answered",
      expect.stringContaining("call answered"),
      expect.stringContaining('hears  "Theirs"'),
      expect.stringContaining("call ended"),
      'hears  "Mine"',
      "call ended",
    ]);
    expect(asked[1]?.form["NotificationName"]).toBe("CallConnected");
  });

  it("SendSms sends, with its text spaced as one line", () => {
    expect(play({ start: response('<SendSms Recipient="+361">\n Hi  there </SendSms>') }).lines[1]).toBe(
      'SMS to +361: "Hi there"',
    );
  });
});

it("every dialect ends every one of these calls", () => {
  const start = response(
    '<UserInput Timeout="1" Repeat="true" ForwardToUrl="start"><Inputs><Input key="1"><GoTo>start</GoTo></Input></Inputs></UserInput>',
  );
  for (const dialect of pairwiseDialects())
    expect(play({ start }, "1,2,3", { dialect, world: { maxEvents: 50 } }).lines.at(-1)).toContain("call");
});
