import { useEffect, useState } from "react";
import { type AuditAction, type AuditEntry, readAudit } from "../api/audit.ts";

const pageSize = 50;

interface AuditLog {
  /** The newest first; undefined: not there yet. */
  readonly entries: readonly AuditEntry[] | undefined;
  readonly error: unknown;
  /** There are older ones. */
  readonly hasMore: boolean;
  /** Reads the next older ones. */
  readMore(): Promise<void>;
}

interface Read {
  readonly entries?: readonly AuditEntry[];
  readonly error?: unknown;
  readonly hasMore: boolean;
}

/** The audit log as far as it was read; another filter begins anew. */
export function useAuditLog(action: AuditAction | undefined, who: string): AuditLog {
  const [read, setRead] = useState<Read>({ hasMore: false });
  const readAfter = async (known: readonly AuditEntry[]): Promise<Read> => {
    try {
      const before = known.at(-1);
      const { entries } = await readAudit({ action, who, before, limit: pageSize });
      return { entries: [...known, ...entries], hasMore: entries.length === pageSize };
    } catch (error) {
      return { entries: known, error, hasMore: true };
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: `readAfter` is made of nothing but the filter.
  useEffect(() => {
    let isWanted = true;
    void readAfter([]).then((first) => isWanted && setRead(first));
    return () => {
      isWanted = false;
    };
  }, [action, who]);
  return {
    entries: read.entries,
    error: read.error,
    hasMore: read.hasMore,
    readMore: async () => setRead(await readAfter(read.entries ?? [])),
  };
}
