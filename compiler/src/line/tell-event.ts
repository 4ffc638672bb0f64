import { type Said, said, type Text } from "../words/said.ts";
import type { Party } from "./effects.ts";
import type { TranscriptEvent } from "./transcript.ts";

const endings = {
  flow: said`call ended`,
  caller: said`the caller hung up`,
  limit: said`call cut off: it would never have ended`,
} as const;

/** One event in a sentence, without what followed from it. */
export function tellEvent(one: TranscriptEvent): Said {
  const cut = "cutShort" in one && one.cutShort ? said` (cut short by a key)` : "";
  const failed = "failed" in one && one.failed ? said` failed` : "";
  const where = "callId" in one && one.callId !== undefined ? said` in call ${one.callId}` : "";
  const ears = "party" in one && one.party !== undefined ? said` (${whose(one.party)})` : "";
  switch (one.event) {
    case "answered":
      return said`call answered`;
    case "rejected":
      return said`call rejected`;
    case "heard":
      return said`hears  "${one.text}"${ears}${where}${cut}`;
    case "played":
      return said`hears  audio ${one.file}${ears}${where}${cut}`;
    case "beeped":
      return said`hears  a beep${cut}`;
    case "paused":
      return said`waits  ${digits(one.seconds)} s${cut}`;
    case "pressed":
      return said`keys   ${one.keys}`;
    case "said-nothing":
      return said`silent for ${digits(one.seconds)} s`;
    case "recorded":
      return said`recorded ${digits(one.seconds)} s -> ${one.url}${where}`;
    case "awaited-message":
      return one.text === undefined
        ? said`no message came from ${one.connection}`
        : said`message from ${one.connection}: "${one.text}"`;
    case "awaited-alarm": {
      const { alarm } = one;
      return alarm === undefined
        ? said`no alarm came`
        : said`alarm ${alarm.eventCode} of account ${alarm.account}, partition ${alarm.partition}, zone ${alarm.zone}`;
    }
    case "transferred": {
      const by = one.transferor === undefined ? "" : said` by the ${whose(one.transferor)}`;
      return one.ok
        ? said`transferred to ${one.target}${by}${where}`
        : said`transfer to ${one.target}${by}${where} failed`;
    }
    case "placed-call": {
      const from = one.callerId === undefined ? "" : said` (shown as ${one.callerId})`;
      return one.answered
        ? said`call placed to ${one.number}${from}: answered`
        : said`call placed to ${one.number}${from}: not answered`;
    }
    case "sent-sms":
      return said`SMS to ${one.recipient}${failed}: "${one.text}"`;
    case "sent-email":
      return said`e-mail to ${one.recipient}${failed}: ${one.subject === undefined ? "" : `${one.subject}: `}"${one.text}"`;
    case "sent-message":
      return said`message to ${one.connection}${one.address === undefined ? "" : said` for ${one.address}`}${failed}: "${one.text}"`;
    case "sent-alarm":
      return said`alarm ${one.eventCode} (${one.eventQualifier}) of account ${one.account} to ${one.number}${failed}`;
    case "deleted-file":
      return said`deleting ${one.file}${failed || said`: done`}`;
    case "moved-file":
      return said`moving ${one.file} to ${one.directory}${failed || said`: done`}`;
    case "connected-numbers":
      return said`call set up from ${one.caller} to ${one.callee}${failed}`;
    case "held":
      return said`on hold${where}${failed}`;
    case "unheld":
      return said`back from hold${where}${failed}`;
    case "forwarded":
      return said`forwarded to ${one.target}${where}${failed}`;
    case "sent-keys":
      return said`tones  ${one.keys}${ears}${where}${failed}`;
    case "ended-call":
      return said`call ${one.callId} ended${failed}`;
    case "attended-transfer":
      return said`joined with call ${one.targetCallId}${where}${failed}`;
    case "routed":
      return one.target === "" ? said`caller refused by routing` : said`routed to ${one.target}`;
    case "http-request":
      return said`asks   ${one.method} ${one.url}: ${one.status ?? said`no answer, ${one.fault ?? ""}`}`;
    case "hung-up":
      return endings[one.by];
    case "fault":
      return said`fault  ${{ message: one.message, words: one.words }}`;
  }
}

function whose(party: Party): Text {
  const sides = { all: said`both sides`, caller: said`caller`, callee: said`callee` } as const;
  return sides[party];
}

/** Without a mark between thousands: tests of flows look for it as it is. */
function digits(seconds: number): string {
  return String(seconds);
}
