import type { Diagnostic } from "@ozflow/compiler";
import i18next from "i18next";
import { useState } from "react";
import { useStore } from "zustand";
import { createStore, type StoreApi } from "zustand/vanilla";
import { api } from "../api/client.ts";
import type { Published } from "../api/types.ts";
import { tell, tellFault } from "../parts/notify.tsx";
import { useSync, useWorkplace } from "../workplace.tsx";

/** What callers get now. */
export type PublishedStore = StoreApi<{ readonly published: Published | undefined }>;

export function createPublishedStore(published: Published | null): PublishedStore {
  return createStore(() => ({ published: published ?? undefined }));
}

export function usePublishing() {
  const { editor, publishedStore } = useWorkplace();
  const published = useStore(publishedStore, (state) => state.published);
  const unsaved = useSync((state) => state.status !== "clean");
  const savedAt = useSync((state) => state.updatedAt);
  const [busy, setBusy] = useState(false);
  /** Callers would not get what is drawn. */
  const stale = published === undefined || unsaved || Date.parse(savedAt) > Date.parse(published.publishedAt);

  /** Saves what is drawn and publishes it. False: it was not; the author has been told why. */
  const publishNow = async (message: string): Promise<boolean> => {
    setBusy(true);
    try {
      const saved = await editor.sync.save();
      if (saved.outcome === "conflict") return false;
      if (saved.outcome !== "saved") {
        tell(saved.outcome === "refused" ? saved.message : i18next.t("fault.unreachable"));
        return false;
      }
      const { revision, publishedAt, callbackUrl } = await api.publish(editor.flowId, saved.version, message);
      publishedStore.setState({ published: { revision, publishedAt, callbackUrl } });
      return true;
    } catch (error) {
      tellFault(error);
      editor.view.setState({ panel: "problems" });
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { published, stale, publishNow, busy };
}

export function countBySeverity(diagnostics: readonly Diagnostic[]): {
  readonly errors: number;
  readonly warnings: number;
} {
  const errors = diagnostics.filter((one) => one.severity === "error").length;
  return { errors, warnings: diagnostics.length - errors };
}
