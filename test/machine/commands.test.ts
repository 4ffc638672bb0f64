import { commands } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { playCommands, response } from "../support/play-documents.ts";

/** What happens between picking up and hanging up. */
function happens(body: string, options: Parameters<typeof playCommands>[1] = {}): readonly string[] {
  return playCommands(body, options).lines.filter((one) => one !== "call answered" && one !== "call ended");
}

const voicemails = [
  { date: "Monday", from: "101", message: "/new/1.wav" },
  { date: "Tuesday", from: "102", message: "/new/2.wav" },
];

describe("every command of the vocabulary that can stand in the response to a call", () => {
  const extension = commands.filter((one) => one.usableIn.includes("response") && one.contexts.includes("extension"));
  it.each(extension.map((one) => one.name))("%s is run", (name) => {
    expect(happens(`<${name}/>`).filter((one) => one.includes("passed over"))).toEqual([]);
  });

  const elsewhere = commands.filter((one) => one.usableIn.includes("response") && !one.contexts.includes("extension"));
  it.each(elsewhere.map((one) => one.name))("%s belongs elsewhere: it is passed over, and said so", (name) => {
    expect(happens(`<${name}/><Speak>Next</Speak>`)).toEqual([
      `fault  <${name}> cannot be used here and was passed over`,
      'hears  "Next"',
    ]);
  });
});

describe("lists", () => {
  it("ForEach runs its commands for each item of an Array, with the item as $item", () => {
    const body = '<Array id="days"><item>Monday</item><item> Tuesday </item></Array>';
    expect(happens(`${body}<ForEach source="DAYS"><Speak>On $item.</Speak></ForEach>`)).toEqual([
      'hears  "On Monday."',
      'hears  "On Tuesday."',
    ]);
  });

  it("inside each other, $item is the entry of the innermost one", () => {
    const arrays = '<Array id="a"><item>1</item><item>2</item></Array><Array id="b"><item>x</item></Array>';
    const inner = '<ForEach source="b"><Speak>$item</Speak></ForEach>';
    const outer = `<ForEach source="a">${inner}<Speak>$item</Speak></ForEach>`;
    expect(happens(`${arrays}${outer}<Speak>$item</Speak>`)).toEqual(
      ["x", "1", "x", "2", "$item"].map((text) => `hears  "${text}"`),
    );
  });

  it("go through what the PBX provides, field by field", () => {
    const body =
      '<ForEach source="voicemails"><Speak>$item.date from $item.from .</Speak><Play>$item.message</Play></ForEach>';
    expect(happens(body, { world: { lists: { voicemails } } })).toEqual([
      'hears  "Monday from 101 ."',
      "hears  audio /new/1.wav",
      'hears  "Tuesday from 102 ."',
      "hears  audio /new/2.wav",
    ]);
  });

  it("a list that nobody knows is passed over, and said so", () => {
    expect(happens('<ForEach source="calls"><Beep/></ForEach>')).toEqual([
      'fault  there is no list "calls" to go through',
    ]);
  });

  it("a question in a loop is asked once for each entry, and Hangup ends the loop too", () => {
    const question =
      '<UserInput Timeout="2"><InitialCommands><Speak>$item.from</Speak></InitialCommands><Inputs><Input key="9"><Hangup/></Input></Inputs></UserInput>';
    const body = `<ForEach source="voicemails">${question}</ForEach>`;
    expect(happens(body, { caller: "9", world: { lists: { voicemails } } })).toEqual(['hears  "101"', "keys   9"]);
    expect(happens(body, { world: { lists: { voicemails } } })).toContain('hears  "102"');
  });

  it("variables of the PBX are known from the start", () => {
    const body = '<MoveFile SourceFile="a.wav" TargetDirectory="$oldmessagepath"/>';
    expect(happens(body, { variables: { oldmessagepath: "/old" } })).toEqual(["moving a.wav to /old: done"]);
  });
});

describe("sounds", () => {
  it("Beep is heard", () => {
    expect(happens("<Beep/>")).toEqual(["hears  a beep"]);
  });

  it("Play repeats until Timeout is over", () => {
    const plays = (attributes: string) => playCommands(`<Play ${attributes}>a.wav</Play>`).durationMs;
    expect(plays("")).toBe(3000);
    expect(plays('Timeout="2"')).toBe(2000);
    expect(plays('Repeat="true" Timeout="20"')).toBe(20_000);
  });

  it("a beep in a prompt is cut short by a key as any sound is", () => {
    const body = '<UserInput Timeout="2"><InitialCommands><Beep/></InitialCommands></UserInput>';
    expect(happens(body, { caller: "1@0.1" })).toEqual(["hears  a beep (cut short by a key)", "keys   1"]);
  });

  it("Party and CallId mean nothing on an API extension", () => {
    expect(happens('<Speak Party="callee" CallId="x">Hi</Speak>')).toEqual(['hears  "Hi"']);
  });
});

describe("messages", () => {
  it("SendEmail and SendMsg send", () => {
    expect(
      happens(
        '<SendEmail Recipient="a@example.com" Subject="Missed" Message="Call back"/><SendMsg ToConnection="admin@localhost" ToAddress="+361">Hi</SendMsg>',
      ),
    ).toEqual(['e-mail to a@example.com: Missed: "Call back"', 'message to admin@localhost for +361: "Hi"']);
  });

  it("the delivery report of an SMS is answered with commands that need no call", () => {
    const played = playCommands('<SendSms Recipient="1" DeliveryReportURL="report">Hi</SendSms><Speak>Sent</Speak>', {
      documents: { report: response('<Speak>Nobody hears</Speak><SendEmail Recipient="a@example.com" Message="ok"/>') },
    });
    expect(played.told("report")).toEqual([{ NotificationName: "SMSDeliveryReport", SmsId: "1", Status: "Delivered" }]);
    expect(played.lines.slice(1)).toEqual([
      'SMS to 1: "Hi"',
      "fault  <Speak> cannot be used here and was passed over",
      'e-mail to a@example.com: "ok"',
      'hears  "Sent"',
      "call ended",
    ]);
  });

  it("WaitForMsg puts what came under its ID, and goes on with nothing when the time is over", () => {
    const body = '<WaitForMsg FromConnection="chat" ID="answer" Timeout="30"/><Speak>Got $answer.</Speak>';
    expect(happens(body, { world: { messages: { chat: ["yes"] } } })).toEqual([
      'message from chat: "yes"',
      'hears  "Got yes."',
    ]);
    expect(happens(body)).toEqual(["no message came from chat", 'hears  "Got ."']);
    expect(playCommands(body).durationMs).toBeGreaterThan(30_000);
  });
});

describe("alarms", () => {
  const alarm = {
    account: "1234",
    eventQualifier: "NewEvent",
    eventCode: "110",
    eventName: "Fire",
    partition: "1",
    zone: "10",
  };

  it("ReceiveAlarmNotification runs Received with the fields of the message", () => {
    const body =
      '<ReceiveAlarmNotification><Received><SendSms Recipient="1">$eventname $eventcode, zone $zone</SendSms></Received></ReceiveAlarmNotification>';
    expect(happens(body, { world: { alarm } })).toEqual([
      "alarm 110 of account 1234, partition 1, zone 10",
      'SMS to 1: "Fire 110, zone 10"',
    ]);
    expect(happens(body)).toEqual(["no alarm came"]);
  });

  it("SendAlarmNotification tells ResultUrl how it went", () => {
    const body =
      '<SendAlarmNotification PhoneNumber="5" AccountNumber="1234" EventCode="110" PartitionNumber="1" ZoneNumber="10" ResultUrl="result"/>';
    const status = (unreachable: readonly string[]) =>
      playCommands(body, { documents: { result: "" }, world: { unreachable } }).told("result")[0]?.["Status"];
    expect(happens(body, { documents: { result: "" } })).toEqual(["alarm 110 (NewEvent) of account 1234 to 5"]);
    expect(status([])).toBe("Success");
    expect(status(["5"])).toBe("Failed");
  });
});

describe("files", () => {
  it("are deleted and moved", () => {
    const loop = '<ForEach source="oldvoicemails"><DeleteFile SourceFile="$item.message"/></ForEach>';
    expect(happens(loop, { world: { lists: { oldvoicemails: voicemails } } })).toEqual([
      "deleting /new/1.wav: done",
      "deleting /new/2.wav: done",
    ]);
  });
});

describe("calls to others", () => {
  it("Call runs an inline document and tells FinishedUrl when it is over", () => {
    const played = playCommands(
      '<Call ResponseOzML="&lt;Response>&lt;Speak>Theirs&lt;/Speak>&lt;/Response>" FinishedUrl="end" ErrorUrl="error">102</Call>',
      { documents: { end: "", error: "" } },
    );
    expect(played.lines.join("\n")).toContain('hears  "Theirs"');
    expect(played.told("end")).toEqual([{ NotificationName: "CallFinished", Dialed: "102" }]);
    expect(played.told("error")).toEqual([]);
  });

  it("Call tells ErrorUrl about a number that is not reached, with the code of the API", () => {
    const played = playCommands('<Call Url="x" FinishedUrl="end" ErrorUrl="error">102</Call>', {
      documents: { end: "", error: "" },
      world: { unreachable: ["102"] },
    });
    expect(played.told("end")).toEqual([]);
    expect(played.told("error")).toEqual([
      {
        NotificationName: "Error",
        Code: "402",
        Message: "Call connect to '102' failed with result state 'Busy'",
        Dialed: "102",
      },
    ]);
  });

  it("the placed call tells its own number and caller id; without one, those of the extension", () => {
    const connected = (attributes: string) =>
      playCommands(`<Call Url="callee" ${attributes}>102</Call>`, { documents: { callee: response("") } }).asked[1]
        ?.form;
    expect(connected('CallerId="3000"')).toMatchObject({ CallId: "c1-1", CallerId: "3000", Dialed: "102" });
    expect(connected("")).toMatchObject({ CallerId: "8000", Dialed: "102" });
  });

  it("CallSetup connects two numbers", () => {
    expect(happens('<CallSetup Caller="101" Callee="102"/>')).toEqual(["call set up from 101 to 102"]);
    expect(happens('<CallSetup Caller="101" Callee="102"/>', { world: { unreachable: ["102"] } })).toEqual([
      "call set up from 101 to 102 failed",
    ]);
  });

  const request = `<Request DialedAddress="101" CallerPhoneNumber="3000"><OnSetup><SendMsg ToConnection="a">dialling</SendMsg></OnSetup>
    <OnError><Speak>Failed</Speak></OnError><OnInCall><Speak>Theirs</Speak></OnInCall>
    <OnCompleted><SendMsg ToConnection="a">over</SendMsg></OnCompleted><OnMoon/></Request>`;

  it("Request runs a handler for each state; one for a state that nobody knows is passed over", () => {
    expect(playCommands(request).lines.map((one) => one.trim())).toEqual([
      "call answered",
      "fault  <OnMoon> is no state of a call that is known and was passed over",
      'message to a: "dialling"',
      "call placed to 101 (shown as 3000): answered",
      "call answered",
      'hears  "Theirs"',
      "call ended",
      'message to a: "over"',
      "call ended",
    ]);
    expect(happens(request, { world: { unreachable: ["101"] } }).at(-1)).toBe('hears  "Failed"');
  });

  it("Request may be the root of a document", () => {
    const played = playCommands("", { documents: { start: request } });
    expect(played.lines).toContain("call placed to 101 (shown as 3000): answered");
  });
});

describe("UserInput", () => {
  const question = (attributes: string, inside = "") =>
    `<UserInput Timeout="2" ${attributes}><InitialCommands><Speak>Press</Speak></InitialCommands><Inputs><Input key="1">${inside}</Input></Inputs></UserInput><Speak>Behind</Speak>`;

  it("BackKey at top level goes on behind it, without an Input, even with Repeat", () => {
    expect(happens(question('Repeat="true" BackKey="*"'), { caller: "*" })).toEqual([
      'hears  "Press"',
      "keys   *",
      'hears  "Behind"',
    ]);
  });

  it("ExecuteSQL is passed over, and said so", () => {
    expect(happens(question('ExecuteSQL="SELECT 1"'))[0]).toBe(
      "fault  ExecuteSQL was passed over: there is no database here",
    );
  });

  it("a GoTo in the prompt ends the question", () => {
    const body =
      '<UserInput Timeout="2"><InitialCommands><GoTo>next</GoTo></InitialCommands></UserInput><Speak>Behind</Speak>';
    expect(happens(body, { documents: { next: response("<Speak>Next</Speak>") } })).toEqual(['hears  "Next"']);
  });

  it("ForwardToUrl may answer with nothing", () => {
    expect(happens(question('ForwardToUrl="more"'), { caller: "5", documents: { more: "" } }).at(-1)).toBe(
      'hears  "Behind"',
    );
  });
});
