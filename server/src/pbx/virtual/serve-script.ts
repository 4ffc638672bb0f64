import { type Afterwards, emptyReply, type Outcome, type Reply, type ServiceEffect } from "@ozflow/compiler";
import { control, type Desk } from "./call-control.ts";
import type { PostOffice } from "./post-office.ts";
import { isReachable } from "./ringing.ts";
import type { Sandbox } from "./sandbox.ts";

/** What serving a script needs of its PBX. */
interface Services {
  readonly post: PostOffice;
  readonly sandbox: Sandbox | undefined;
  setUp(caller: string, callee: string, notReached: (outcome: Outcome) => void): unknown;
  runAfterwards(run: Afterwards | undefined, outcome: Outcome): void;
  readonly desk: Desk;
}

/** `id` in the reply: the PBX's name for a message that was sent. */
export async function serveScript(
  effect: ServiceEffect,
  services: Services,
): Promise<Reply & { readonly id?: string }> {
  const { post, sandbox, setUp, runAfterwards, desk } = services;
  switch (effect.effect) {
    case "send-sms": {
      const { recipient, text, sender = "" } = effect;
      const ok = isReachable(recipient);
      const { id } = post.add("outbox", { kind: "sms", sender, recipient, text });
      runAfterwards(effect.afterwards, { ok, id });
      return { ...emptyReply, ok, id };
    }
    case "send-email": {
      const { recipient, text, sender = "" } = effect;
      const ok = recipient.includes("@");
      return { ...emptyReply, ok, id: post.add("outbox", { kind: "email", sender, recipient, text }).id };
    }
    case "send-message": {
      const { connection, text } = effect;
      return {
        ...emptyReply,
        ok: true,
        id: post.add("outbox", { kind: "message", sender: "", recipient: connection, text }).id,
      };
    }
    case "send-alarm": {
      const ok = isReachable(effect.number);
      runAfterwards(effect.afterwards, { ok });
      return { ...emptyReply, ok };
    }
    case "connect-numbers": {
      const ok = isReachable(effect.caller) && isReachable(effect.callee);
      setUp(effect.caller, effect.callee, (outcome) => runAfterwards(effect.afterwards, outcome));
      return { ...emptyReply, ok };
    }
    case "delete-file":
      return { ...emptyReply, ok: (await sandbox?.remove(effect.file)) ?? false };
    case "move-file":
      return { ...emptyReply, ok: (await sandbox?.move(effect.file, effect.directory)) ?? false };
    case "read-list": {
      const entries = await sandbox?.list(effect.list);
      return { ...emptyReply, ok: entries !== undefined, ...(entries === undefined ? {} : { entries }) };
    }
    case "route":
      return { ...emptyReply, ok: true };
    default:
      // A call is named in each of these when the script is about no call.
      return { ...emptyReply, ok: (await control(effect, "", desk)).ok };
  }
}
