/**
 * What the PBX calls the parameters of its notifications. The manual is certain of those of RoutingInterception, of
 * DtmfDigits and of RecordURL; all others are inferred from commands and lists that name the same things (reference,
 * section 4 and open question 13).
 */
export const notificationNames = {
  callId: "CallId",
  callerId: "CallerId",
  dialed: "Dialed",
  digits: "DtmfDigits",
  recordUrl: "RecordURL",
  /** Of CallChanged, as in ListActiveCalls. */
  callState: "CallState",
  source: "Source",
  destination: "Destination",
  /** Of SMSDeliveryReport, IncomingSMS and AlarmNotificationResult. */
  smsId: "SmsId",
  status: "Status",
  sender: "Sender",
  recipient: "Recipient",
  message: "Message",
  /** Of Error: most likely as in the replies of the HTTP API. */
  code: "Code",
  /** Of BlindTransferFinished and CallFinished, in seconds. */
  duration: "Duration",
  /** Of RoutingInterception: all documented. */
  routedCallerId: "CallerID",
  originalDialed: "OriginalDialedNumber",
  lastDialed: "LastDialedNumber",
  lastExtension: "LastCalledExtension",
  lastState: "LastCallState",
  callerExtension: "CallerExtension",
} as const;

export type NotificationNames = { readonly [Key in keyof typeof notificationNames]: string };
