import type { ControlEffect } from "../call-control.ts";
import { type ApiCommands, type Asked, answer, invalid, refuseExtension } from "./command.ts";
import { success } from "./reply.ts";
import { afterwards, setupError } from "./reports.ts";
import { request } from "./request.ts";

/** Commands that place calls or do something to them. */
export const callCommands: ApiCommands = {
  Call: { urls: ["Url", "ErrorUrl", "FinishedUrl"], run: call },
  CallSetup: {
    needs: ["Caller", "Callee"],
    urls: ["ErrorUrl"],
    async run({ pbx, parameters: { caller = "", callee = "", errorurl } }) {
      // Whether anybody answers is known later, and only ErrorUrl is told.
      await pbx.serve({
        effect: "connect-numbers",
        caller,
        callee,
        ...afterwards(setupError(errorurl, caller, callee)),
      });
      return success();
    },
  },
  Request: { needs: ["DialedAddress", "RequestOzML"], run: request },
  Hangup: { needs: ["CallId"], run: (asked) => control(asked, { effect: "hang-up" }) },
  Hold: { needs: ["CallId"], run: (asked) => control(asked, { effect: "hold" }) },
  Unhold: { needs: ["CallId"], run: (asked) => control(asked, { effect: "unhold" }) },
  ForwardCall: {
    needs: ["CallId", "Destination"],
    run: (asked) => control(asked, { effect: "forward", target: asked.parameters["destination"] ?? "" }),
  },
  BlindTransfer: {
    needs: ["CallId", "Target", "TransferorParty"],
    run(asked) {
      const transferor = asked.parameters["transferorparty"]?.toLowerCase();
      if (transferor !== "caller" && transferor !== "callee") return invalid("TransferorParty", "BlindTransfer");
      return control(asked, { effect: "transfer", target: asked.parameters["target"] ?? "", transferor });
    },
  },
  AttendedTransfer: {
    needs: ["TransferredCallId", "TargetCallId"],
    run({ pbx, parameters: { transferredcallid = "", targetcallid: targetCallId = "" } }) {
      return pbx
        .control({ effect: "attended-transfer", targetCallId }, transferredcallid)
        .then(({ refusal }) => answer(refusal));
    },
  },
  Play: {
    needs: ["CallId", "AudioFile", "Party"],
    run: (asked) =>
      ofParty(asked, "Play", (party) => ({ effect: "play", file: asked.parameters["audiofile"] ?? "", party })),
  },
  Speak: {
    needs: ["CallId", "Text", "Party"],
    run(asked) {
      const { text = "", language, voice } = asked.parameters;
      return ofParty(asked, "Speak", (party) => ({
        effect: "speak",
        text,
        party,
        ...(language ? { language } : {}),
        ...(voice ? { voice } : {}),
      }));
    },
  },
  SendDTMF: {
    needs: ["CallId", "Keys", "Party"],
    run(asked) {
      const keys = asked.parameters["keys"] ?? "";
      if (!/^[0-9*#]+$/.test(keys)) return invalid("Keys", "SendDTMF");
      return ofParty(asked, "SendDTMF", (party) => ({ effect: "send-keys", keys, party }));
    },
  },
  Record: {
    needs: ["CallId"],
    urls: ["FinishedUrl"],
    run({ pbx, parameters: { callid = "", format = "", finishedurl } }) {
      const asked = (format || "mp3").toLowerCase();
      if (asked !== "mp3" && asked !== "wav") return invalid("Format", "Record");
      return answer(pbx.record(callid, asked, finishedurl || undefined).refusal);
    },
  },
};

function call(asked: Asked): string {
  const { pbx, parameters } = asked;
  const dialed = parameters["dialed"] || parameters["dialled"] || "";
  if (dialed === "") return invalid("Dialed", "Call");
  const ringTime = parameters["ringtime"] || undefined;
  if (ringTime !== undefined && !/^[1-9]\d*$/.test(ringTime)) return invalid("RingTime", "Call");
  const refused = refuseExtension(asked);
  if (refused !== undefined) return refused;
  pbx.placeOutgoingCall({
    dialed,
    callerId: parameters["callerid"] || parameters["apiextension"] || "",
    ringSeconds: ringTime === undefined ? undefined : Number(ringTime),
    url: parameters["url"] || undefined,
    responseOzml: parameters["responseozml"] || undefined,
    errorUrl: parameters["errorurl"] || undefined,
    finishedUrl: parameters["finishedurl"] || undefined,
  });
  return success();
}

async function control({ pbx, parameters }: Asked, effect: ControlEffect): Promise<string> {
  return answer((await pbx.control(effect, parameters["callid"] ?? "")).refusal);
}

function ofParty(
  asked: Asked,
  command: string,
  effect: (party: "caller" | "callee" | "all") => ControlEffect,
): string | Promise<string> {
  const party = asked.parameters["party"]?.toLowerCase();
  if (party === "caller" || party === "callee" || party === "all") return control(asked, effect(party));
  return invalid("Party", command);
}
