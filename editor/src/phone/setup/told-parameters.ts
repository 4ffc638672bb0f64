import { type EntryKind, notificationNames } from "@ozflow/compiler";

const { callState, source, destination, sender, recipient, message, smsId, status } = notificationNames;
const { routedCallerId, callerExtension, originalDialed, lastDialed, lastExtension, lastState } = notificationNames;

/** What the phone system tells with a notification, beside caller and dialled number. */
export const toldParameters: Readonly<Record<EntryKind, readonly string[]>> = {
  "incoming-call": [],
  "outgoing-call": [],
  "call-changed": [callState, source, destination],
  routing: [routedCallerId, callerExtension, originalDialed, lastDialed, lastExtension, lastState],
  "message-received": [sender, recipient, message],
  "delivery-report": [smsId, status],
};
