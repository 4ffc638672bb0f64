import type { ActiveCall, Contact, Extension, HistoryFilter, Party, PastCall } from "@ozflow/compiler";

/** A phone system that does what its HTTP API can do. Every method throws {@link PbxError} and nothing else. */
export interface PbxDriver extends PbxCalls, PbxMessages, PbxLists {}

/** Calls. `callId`: the PBX's own, as its notifications and lists name it. */
export interface PbxCalls {
  startCall(call: StartCall): Promise<StartedCall>;
  /** Newer generation only. */
  connectNumbers(call: { readonly caller: string; readonly callee: string; readonly errorUrl?: string }): Promise<void>;
  /** Places a call and runs the handlers of a Request document. Newer generation only. */
  request(call: RequestedCall): Promise<void>;
  hangUp(callId: string): Promise<void>;
  hold(callId: string): Promise<void>;
  unhold(callId: string): Promise<void>;
  /** `transferor`: who makes the transfer, and so leaves. */
  blindTransfer(transfer: {
    readonly callId: string;
    readonly target: string;
    readonly transferor: "caller" | "callee";
  }): Promise<void>;
  /** The side on hold in one call is joined with the side reached in the other. */
  attendedTransfer(transfer: { readonly callId: string; readonly targetCallId: string }): Promise<void>;
  /** Only a call that still rings. */
  forward(callId: string, target: string): Promise<void>;
  play(sound: PlayInCall): Promise<void>;
  speak(words: SpeakInCall): Promise<void>;
  record(recording: RecordCall): Promise<void>;
  sendKeys(tones: { readonly callId: string; readonly party: Party; readonly keys: string }): Promise<void>;
}

export interface PbxMessages {
  sendSms(sms: SendSms): Promise<{ readonly smsId?: string }>;
  sendEmail(email: SendEmail): Promise<{ readonly emailId?: string }>;
  /** Through the SMS gateway. Newer generation only, as is receiving. */
  sendMessage(message: {
    readonly recipient: string;
    readonly text: string;
    readonly type?: string;
    readonly originator?: string;
  }): Promise<void>;
  /** What came in. With `delete` it is gone from the PBX, so a reply that gets lost loses it. */
  receiveMessages(asked: {
    readonly folder?: string;
    readonly limit?: number;
    readonly delete?: boolean;
  }): Promise<readonly ReceivedMessage[]>;
  sendAlarm(alarm: SendAlarm): Promise<void>;
}

export interface PbxLists {
  listActiveCalls(): Promise<readonly ActiveCall[]>;
  callHistory(filter?: HistoryFilter, page?: PageAsked): Promise<Page<PastCall>>;
  /** All pages, asked for as they are needed. */
  wholeCallHistory(filter?: HistoryFilter): AsyncIterable<PastCall>;
  /** `type`: newer generation only. */
  listExtensions(type?: string): Promise<readonly Extension[]>;
  listExtensionTypes(): Promise<readonly string[]>;
  /** Address books: newer generation only. */
  listAddressBooks(): Promise<readonly string[]>;
  contacts(addressBook: string, filter?: ContactFilter, page?: PageAsked): Promise<Page<Contact>>;
  allContacts(addressBook: string, filter?: ContactFilter): AsyncIterable<Contact>;
}

/** What the Call command can be told (reference, section 3, Call). "" and undefined leave a parameter out. */
export interface StartCall {
  readonly dialed: string;
  readonly apiExtension?: string | undefined;
  readonly callerId?: string | undefined;
  readonly callerDisplayName?: string | undefined;
  /** Asked for OzML when the callee answers. */
  readonly url?: string | undefined;
  /** Run when the callee answers, without asking anybody. Newer generation only. */
  readonly responseOzml?: string | undefined;
  readonly errorUrl?: string | undefined;
  /** Newer generation only. */
  readonly finishedUrl?: string | undefined;
  /** Newer generation only. */
  readonly ringSeconds?: number | undefined;
}

interface StartedCall {
  /** No page promises it in the reply to Call; most often it is first told by CallConnected. */
  readonly callId?: string;
}

export interface RequestedCall {
  readonly dialed: string;
  readonly extension?: string;
  readonly callerId?: string;
  readonly callerDisplayName?: string;
  readonly ringSeconds?: number;
  /** The Request document. */
  readonly ozml: string;
}

export interface PlayInCall {
  readonly callId: string;
  readonly party: Party;
  readonly file: string;
  readonly repeat?: boolean;
  /** Newer generation only. */
  readonly maxSeconds?: number;
}

export interface SpeakInCall {
  readonly callId: string;
  readonly party: Party;
  readonly text: string;
  readonly language?: string | undefined;
  /** Newer generation only. */
  readonly voice?: string | undefined;
}

export interface RecordCall {
  readonly callId: string;
  readonly format?: "mp3" | "wav";
  /** Told where the recording lies. */
  readonly finishedUrl?: string;
  /** Newer generation only. */
  readonly path?: string;
}

export interface SendSms {
  readonly recipient: string;
  readonly text: string;
  readonly sender?: string;
  readonly deliveryReportUrl?: string;
  /** Older generation only. */
  readonly apiExtension?: string;
}

export interface SendEmail {
  readonly recipient: string;
  readonly text: string;
  readonly subject?: string;
  readonly sender?: string;
  /** Absolute paths on the PBX. Newer generation only. */
  readonly attachments?: readonly string[];
  /** Older generation only. */
  readonly apiExtension?: string;
}

export interface SendAlarm {
  readonly number: string;
  /** Four digits. */
  readonly account: string;
  readonly eventCode: string;
  readonly eventQualifier?: "NewEvent" | "NewRestore" | "StatusReport";
  readonly partition: string;
  readonly zone: string;
  readonly apiExtension?: string;
  readonly resultUrl?: string;
}

export interface ReceivedMessage {
  readonly id: string;
  readonly sender: string;
  readonly recipient: string;
  readonly text: string;
}

export interface ContactFilter {
  readonly email?: string | undefined;
  readonly fullName?: string | undefined;
  readonly phoneNumber?: string | undefined;
}

/** Pages count from 0. */
export interface PageAsked {
  readonly page?: number | undefined;
  readonly rows?: number | undefined;
}

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** Of all pages together, as the PBX counts. */
  readonly total: number;
}
