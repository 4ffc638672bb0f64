import type { PbxCalls } from "./driver.ts";
import type { SendCommand } from "./ozeki-command.ts";
import { textOf } from "./ozeki-reply.ts";

export function ozekiCalls(send: SendCommand): PbxCalls {
  return {
    async startCall(call) {
      const reply = await send("Call", {
        Dialed: call.dialed,
        ApiExtension: call.apiExtension,
        CallerId: call.callerId,
        CallerDisplayName: call.callerDisplayName,
        Url: call.url,
        ResponseOzML: call.responseOzml,
        ErrorUrl: call.errorUrl,
        FinishedUrl: call.finishedUrl,
        RingTime: call.ringSeconds,
      });
      const callId = textOf(reply, "CallId");
      return callId === "" ? {} : { callId };
    },
    async connectNumbers({ caller, callee, errorUrl }) {
      await send("CallSetup", { Caller: caller, Callee: callee, ErrorUrl: errorUrl });
    },
    async request(call) {
      await send("Request", {
        DialedAddress: call.dialed,
        ExtensionAddress: call.extension,
        CallerPhoneNumber: call.callerId,
        CallerDisplayName: call.callerDisplayName,
        RingTime: call.ringSeconds,
        RequestOzML: call.ozml,
      });
    },
    async hangUp(callId) {
      await send("Hangup", { CallId: callId });
    },
    async hold(callId) {
      await send("Hold", { CallId: callId });
    },
    async unhold(callId) {
      await send("Unhold", { CallId: callId });
    },
    async blindTransfer({ callId, target, transferor }) {
      await send("BlindTransfer", { CallId: callId, Target: target, TransferorParty: transferor });
    },
    async attendedTransfer({ callId, targetCallId }) {
      await send("AttendedTransfer", { TransferredCallId: callId, TargetCallId: targetCallId });
    },
    async forward(callId, target) {
      await send("ForwardCall", { CallId: callId, Destination: target });
    },
    async play({ callId, party, file, repeat, maxSeconds }) {
      await send("Play", { CallId: callId, Party: party, AudioFile: file, Repeat: repeat, Timeout: maxSeconds });
    },
    async speak({ callId, party, text, language, voice }) {
      await send("Speak", { CallId: callId, Party: party, Text: text, Language: language, Voice: voice });
    },
    async record({ callId, format, finishedUrl, path }) {
      await send("Record", { CallId: callId, Format: format, FinishedUrl: finishedUrl, RecordPath: path });
    },
    async sendKeys({ callId, party, keys }) {
      await send("SendDTMF", { CallId: callId, Party: party, Keys: keys });
    },
  };
}
