import type { Flow } from "@ozflow/compiler";
import { entryAddress } from "../../callback/callback-address.ts";
import type { Settings } from "../../deps.ts";
import type { FlowRow } from "../../store/flow-store.ts";

/** What a flow's newest revision is to the editor. Null: never published. */
export interface Publication {
  readonly revision: number;
  readonly publishedAt: string;
  readonly callbackUrl: string;
}

export interface FlowView {
  readonly id: string;
  readonly version: number;
  readonly flow: Flow;
  readonly updatedAt: string;
  readonly published: Publication | null;
}

export function viewFlow(row: FlowRow, settings: Settings): FlowView {
  const { id, version, updatedAt } = row;
  return { id, version, flow: storedFlow(row), updatedAt, published: viewPublication(row, settings) };
}

export function viewPublication(
  row: Pick<FlowRow, "key" | "publishedRevision" | "publishedAt">,
  { publicUrl }: Pick<Settings, "publicUrl">,
): Publication | null {
  const { key, publishedRevision: revision, publishedAt } = row;
  if (revision === null || publishedAt === null) return null;
  return { revision, publishedAt, callbackUrl: entryAddress(publicUrl, key) };
}

/** Drafts are read by `readFlow` before they are stored. */
export function storedFlow(row: Pick<FlowRow, "file">): Flow {
  return JSON.parse(row.file) as Flow;
}
