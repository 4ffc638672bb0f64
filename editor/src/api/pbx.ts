import type { ActiveCall, Directory, Extension, FiledContact, HistoryFilter, PastCall } from "@ozflow/compiler";
import { ask } from "./client.ts";

export interface HistoryPage {
  readonly calls: readonly PastCall[];
  /** Of all pages. */
  readonly total: number;
}

/** What the PBX takes as the direction of a call (reference, section 3, ListCallHistory). */
export const directions = ["Internal", "External", "Inbound", "Outbound"] as const;

/** What is done to a call, as the last part of its address, with what it needs. */
export type CallOrder =
  | { readonly order: "hold" | "unhold" | "hang-up" }
  | { readonly order: "transfer"; readonly target: string; readonly transferor: "caller" | "callee" }
  | { readonly order: "play"; readonly file: string }
  | { readonly order: "speak"; readonly text: string }
  | { readonly order: "record"; readonly format: "mp3" | "wav" };

/** Every call throws an ApiFault of code `pbx-…` when the phone system cannot be reached or says no. */
export const pbxApi = {
  extensions: () => ask<{ extensions: readonly Extension[] }>("GET", "/pbx/extensions"),
  /** Null: nobody knows. */
  directory: () => ask<{ directory: Directory | null }>("GET", "/pbx/directory"),
  contacts: (search: string) =>
    ask<{ contacts: readonly FiledContact[] }>("GET", `/pbx/contacts?${new URLSearchParams({ search })}`),
  activeCalls: () => ask<{ calls: readonly ActiveCall[] }>("GET", "/pbx/active-calls"),
  history(filter: HistoryFilter, page: number, rows: number) {
    const given = Object.entries({ ...filter, page: String(page), rows: String(rows) }).flatMap(([name, one]) =>
      one === undefined || one === "" ? [] : [[name, one] as [string, string]],
    );
    return ask<HistoryPage>("GET", `/pbx/history?${new URLSearchParams(given)}`);
  },
  command(callId: string, { order, ...needs }: CallOrder) {
    const body = Object.keys(needs).length === 0 ? undefined : needs;
    return ask<void>("POST", `/pbx/active-calls/${encodeURIComponent(callId)}/${order}`, body);
  },
};
