import { commands, type PbxNotification, type RouteDecision, runNotification, runRouting } from "@ozflow/compiler";
import { describe, expect, it } from "vitest";
import { type Documents, playConversation, response } from "../support/play-documents.ts";

const url = "http://app.example/told";

function tell(body: string, notification: PbxNotification["notification"] = "CallChanged", documents: Documents = {}) {
  return playConversation(
    runNotification({ notification, url, callId: "c1", parameters: { callState: "InCall", source: "101" } }),
    { documents: { told: body, ...documents } },
  );
}

describe("CallChanged: a call between two others", () => {
  it("tells call and state, and needs no answer", () => {
    const played = tell("");
    expect(played.asked[0]?.form).toEqual({
      NotificationName: "CallChanged",
      CallId: "c1",
      CallState: "InCall",
      Source: "101",
    });
    expect(played.lines).toEqual([]);
  });

  it("at the end of the document, and when there is none, the call goes on", () => {
    expect(tell(response('<Speak Party="all">Hi</Speak>')).lines).toEqual(['hears  "Hi" (both sides)']);
    expect(tell("rubbish").lines).toEqual([`fault  ${url} is no OzML`]);
  });

  const thirdParty = commands.filter((one) => one.contexts.includes("third-party"));
  it.each(thirdParty.map((one) => one.name))("%s is run", (name) => {
    expect(tell(response(`<${name}/>`)).lines.filter((one) => one.includes("passed over"))).toEqual([]);
  });

  it.each([
    ["<Hold/>", "on hold"],
    ['<Hold CallId="c1"/>', "on hold"],
    ['<Unhold CallId="c2"/>', "back from hold in call c2"],
    ['<Forward Destination="500"/>', "forwarded to 500"],
    ['<ForwardCall Destination="500" CallId="c2"/>', "forwarded to 500 in call c2"],
    ['<SendDTMF Party="callee" Keys="42#x"/>', "tones  42# (callee)"],
    ['<Play Party="caller" CallId="c2">a.wav</Play>', "hears  audio a.wav (caller) in call c2"],
    ['<Hangup CallId="c2"/>', "call c2 ended"],
    ["<Hangup/>", "call ended"],
    ['<AttendedTransfer TransferredCallId="a1" TargetCallId="d3"/>', "joined with call d3 in call a1"],
    ['<BlindTransfer Target="500" TransferorParty="callee"/>', "transferred to 500 by the callee"],
    ["<Delay>5</Delay>", "fault  <Delay> cannot be used here and was passed over"],
    ["<Reject/>", "fault  <Reject> cannot be used here and was passed over"],
  ])("%s: %s", (body, line) => {
    expect(tell(response(body)).lines).toEqual([line]);
  });

  it("a recording there ignores Duration, and FinishedUrl answers for the same call", () => {
    const record = '<Record Duration="1" FinishDigits="#" CallId="c2" FinishedUrl="done"/>';
    const { lines } = tell(response(record), "CallChanged", { done: response("<Hold/>") });
    expect(lines).toEqual(["recorded 3600 s -> http://pbx.example/recordings/1.mp3 in call c2", "on hold"]);
  });

  it("a blind transfer tells FinishedUrl when the new call is over", () => {
    const transfer = '<BlindTransfer Target="500" TransferorParty="caller" FinishedUrl="done"/>';
    const played = tell(response(transfer), "CallChanged", { done: "" });
    expect(played.told("done")).toEqual([
      { NotificationName: "BlindTransferFinished", Destination: "500", Duration: "0" },
    ]);
  });
});

describe("messages hold no call", () => {
  it.each(["IncomingSMS", "SMSDeliveryReport"] as const)("%s is answered with commands that need none", (name) => {
    const { lines } = tell(response('<SendSms Recipient="1">Thanks</SendSms><Beep/>'), name);
    expect(lines).toEqual(['SMS to 1: "Thanks"', "fault  <Beep> cannot be used here and was passed over"]);
  });
});

describe("RoutingInterception", () => {
  const call = {
    url,
    callerId: "1442",
    callerExtension: "1442",
    originalDialed: "8100",
    lastDialed: "8100",
    lastExtension: "1000",
    lastState: "NoAnswer",
  } as const;

  function route(body: string): { decision: RouteDecision | undefined; lines: readonly string[]; form: unknown } {
    let decision: RouteDecision | undefined;
    const played = playConversation(
      (function* () {
        decision = yield* runRouting(call);
      })(),
      { documents: { told: body } },
    );
    return { decision, lines: played.lines, form: played.asked[0]?.form };
  }

  it("has the parameters the manual documents", () => {
    expect(route("").form).toEqual({
      NotificationName: "RoutingInterception",
      CallerID: "1442",
      OriginalDialedNumber: "8100",
      LastDialedNumber: "8100",
      LastCalledExtension: "1000",
      LastCallState: "NoAnswer",
      CallerExtension: "1442",
    });
  });

  it("is answered by the first Route; 90 seconds is how long it rings unless told otherwise", () => {
    expect(route(response('<Route Destination="1000"/><Route Destination="2000"/>')).decision).toEqual({
      target: "1000",
      ringSeconds: 90,
    });
    expect(route(response('<Route RingTime="20" CallerId="7" DialedNumber="061">outside</Route>')).decision).toEqual({
      target: "outside",
      ringSeconds: 20,
      callerId: "7",
      dialedNumber: "061",
    });
  });

  it("an empty destination refuses the caller; no Route leaves it to the dial plan", () => {
    expect(route(response("<Route Destination=''/>"))).toMatchObject({
      decision: { target: "" },
      lines: ["caller refused by routing"],
    });
    expect(route(response("<Speak>Hi</Speak>")).decision).toBeUndefined();
    expect(route("").decision).toBeUndefined();
  });
});

it("parameters go under the names they are given", () => {
  const told = { notification: "CallChanged", url, callId: "c1", parameters: { callState: "Hold" } } as const;
  const { asked } = playConversation(runNotification(told, { names: { callId: "Id", callState: "State" } }), {});
  expect(asked[0]?.form).toEqual({ NotificationName: "CallChanged", Id: "c1", State: "Hold" });
});
