import { type Afterwards, type Conversation, notificationNames as names, runNotification } from "@ozflow/compiler";
import { connectFailed, isReachable } from "../ringing.ts";

/*
 * What requests of the HTTP API want to be told later. That the addresses are requested is documented; all names but
 * SMSDeliveryReport and Error, and all parameters, are inferred (reference, section 4), and are the same as for the
 * commands of a document.
 */

/** The field of an effect, when there is something to tell. */
export function afterwards(run: Afterwards | undefined): { readonly afterwards?: Afterwards } {
  return run === undefined ? {} : { afterwards: run };
}

/** The reply may be OzML, and runs (p_4591). Undefined when nobody asked. */
export function deliveryReport(url: string | undefined): Afterwards | undefined {
  if (!url) return undefined;
  return ({ ok, id: smsId = "" }) =>
    runNotification({
      notification: "SMSDeliveryReport",
      url,
      parameters: { smsId, status: ok ? "Delivered" : "Failed" },
    });
}

export function alarmResult(url: string | undefined): Afterwards | undefined {
  if (!url) return undefined;
  return ({ ok }) => report(url, "AlarmNotificationResult", { [names.status]: ok ? "Success" : "Failed" });
}

/** Of a call between two people that did not come about (p_7666). */
export function setupError(url: string | undefined, caller: string, callee: string): Afterwards | undefined {
  if (!url) return undefined;
  return function* ({ ok, id = "", reason = "Busy" }) {
    if (ok) return;
    const notReached = isReachable(caller) ? callee : caller;
    yield* report(url, "Error", {
      [names.code]: "402",
      [names.message]: connectFailed(notReached, reason),
      [names.callId]: id,
      [names.dialed]: notReached,
    });
  };
}

/** No page states that a reply would be run. */
function* report(url: string, notification: string, parameters: Readonly<Record<string, string>>): Conversation {
  yield { effect: "fetch", url, form: { NotificationName: notification, ...parameters } };
}
