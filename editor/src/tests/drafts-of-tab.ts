import type { TestDraft } from "./test-draft.ts";

interface TabStorage {
  getItem(key: string): string | null;
  setItem(key: string, value: string): void;
  removeItem(key: string): void;
}

const place = (flowId: string) => `ozflow.tests.${flowId}`;

/** Throws where storage is forbidden. Absent outside of a browser. */
const storage = () => (globalThis as { readonly sessionStorage?: TabStorage }).sessionStorage;

/** Tests that are being written, kept for this tab so that a reload loses none. */
export function readTestDrafts(flowId: string): readonly TestDraft[] {
  try {
    const kept: unknown = JSON.parse(storage()?.getItem(place(flowId)) ?? "[]");
    return Array.isArray(kept) ? (kept as TestDraft[]) : [];
  } catch {
    // Forbidden, or what nobody here wrote.
    return [];
  }
}

export function keepTestDrafts(flowId: string, drafts: readonly TestDraft[]): void {
  try {
    if (drafts.length === 0) storage()?.removeItem(place(flowId));
    else storage()?.setItem(place(flowId), JSON.stringify(drafts));
  } catch {
    // Without storage they last as long as the page.
  }
}
