import type { Disposition } from "@ozflow/compiler";
import { transitions } from "../call-state.ts";
import type { NewCall } from "./call-store.ts";
import { readyQuery } from "./ready-query.ts";
import type { CallbackRow, ClaimRow, SessionRow } from "./tables.ts";

export const insertCallbacks = readyQuery<unknown, object, CallbackRow>((db, _given, rows) =>
  db.insertInto("callbacks").values(rows),
);

export const insertCalls = readyQuery<unknown, object, NewCall>((db, _given, rows) =>
  db.insertInto("calls").values(rows),
);

/** Fewer rows change than are given where somebody has begun a call since. */
export const upsertClaims = readyQuery<unknown, { unlessSince: string }, ClaimRow>((db, { unlessSince }, rows) =>
  db
    .insertInto("callClaims")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .columns(["flowId", "pbxCallId"])
        .doUpdateSet((row) => ({ sessionId: row.ref("excluded.sessionId"), at: row.ref("excluded.at") }))
        .where("callClaims.at", "<", unlessSince),
    ),
);

/** Fewer rows change than are given where somebody has answered a turn. */
export const upsertSessions = readyQuery<unknown, object, SessionRow>((db, _given, rows) =>
  db
    .insertInto("callSessions")
    .values(rows)
    .onConflict((conflict) =>
      conflict
        .column("id")
        .doUpdateSet((row) => ({
          callId: row.ref("excluded.callId"),
          turn: row.ref("excluded.turn"),
          values: row.ref("excluded.values"),
          began: row.ref("excluded.began"),
          lastDocument: row.ref("excluded.lastDocument"),
          lastSite: row.ref("excluded.lastSite"),
          lastAnswer: row.ref("excluded.lastAnswer"),
          updatedAt: row.ref("excluded.updatedAt"),
        }))
        .where("callSessions.turn", "=", (row) => row("excluded.turn", "-", 1)),
    ),
);

/** Somebody is on the line, so the calls are connected as well, whatever was thought of them before. */
export const tellHeard = readyQuery<unknown, { heardAt: string }, { id: string }>((db, { heardAt }, rows) =>
  db
    .updateTable("calls")
    .set((call) => {
      const ifConnected = () => call.case().when("state", "in", transitions.connected.from);
      return {
        heardAt,
        state: ifConnected().then(transitions.connected.to).else(call.ref("state")).end(),
        endedAt: ifConnected().then(null).else(call.ref("endedAt")).end(),
        reason: ifConnected().then(null).else(call.ref("reason")).end(),
      };
    })
    .where("id", "in", idsOf(rows)),
);

export const tellPbxCall = readyQuery<unknown, { id: string; pbxCallId: string }>((db, { id, pbxCallId }) =>
  db.updateTable("calls").set({ pbxCallId }).where("id", "=", id),
);

export const tellDisposition = readyQuery<unknown, Disposition & { id: string }>((db, { id, disposition, note }) =>
  db.updateTable("calls").set({ disposition, note }).where("id", "=", id),
);

const idsOf = (rows: readonly { readonly id: string }[]) => rows.map(({ id }) => id);
