/*
 * What the lists of the HTTP API tell, in the PBX's own words, whichever generation it is of (reference, section 5). The
 * client reads them, the server passes them on, the editor shows them.
 */

export interface Extension {
  readonly id: string;
  /** The id in the older generation, which tells no number apart from it. */
  readonly number: string;
  readonly type: string;
  /** "" in the older generation. */
  readonly state: string;
}

export interface Contact {
  readonly name: string;
  readonly number: string;
  readonly email: string;
}

/** A contact, and which address book it stands in. */
export type FiledContact = Contact & { readonly addressBook: string };

export interface ActiveCall {
  readonly callId: string;
  readonly source: string;
  readonly callerId: string;
  readonly destination: string;
  /** As the PBX writes it: ISO 8601 in the older generation, "2019-04-09 10:34:07" in the newer one. */
  readonly startTime: string;
  readonly ringSeconds: number;
  readonly talkSeconds: number;
  readonly callState: string;
}

/** A call that is over. */
export interface PastCall {
  readonly callId: string;
  readonly startTime: string;
  readonly direction: string;
  readonly source: string;
  readonly destination: string;
  readonly state: string;
  readonly dialed: string;
  readonly callerId: string;
  readonly type: string;
}

/** "" and undefined leave a filter out. */
export interface HistoryFilter {
  readonly callerId?: string | undefined;
  readonly callId?: string | undefined;
  readonly source?: string | undefined;
  readonly destination?: string | undefined;
  readonly dialed?: string | undefined;
  readonly direction?: string | undefined;
  readonly state?: string | undefined;
  /** Newer generation only. */
  readonly type?: string | undefined;
  /** "2019-04-09 10:34:07" */
  readonly from?: string | undefined;
}
