import type { Flow } from "@ozflow/compiler";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Revision, versionsApi } from "../api/versions.ts";
import { type Loaded, useLoaded } from "../parts/use-loaded.ts";

/** What was published of a flow, the newest first. */
export function useRevisions(flowId: string): Loaded<readonly Revision[]> {
  const load = useCallback(() => versionsApi.list(flowId), [flowId]);
  return useLoaded(load);
}

/** Flows of revisions, each asked for once. A revision never changes. */
export function useRevisionFlows(flowId: string, wanted: readonly number[]) {
  const [flows, setFlows] = useState<ReadonlyMap<number, Flow>>(new Map());
  const [error, setError] = useState<unknown>();
  const asked = useRef(new Set<number>());
  useEffect(() => {
    for (const revision of wanted) {
      if (asked.current.has(revision)) continue;
      asked.current.add(revision);
      versionsApi.read(flowId, revision).then(
        ({ flow }) => setFlows((known) => new Map([...known, [revision, flow]])),
        (fault) => {
          // So that choosing it again asks again.
          asked.current.delete(revision);
          setError(fault);
        },
      );
    }
  }, [flowId, wanted]);
  return { flows, error };
}
