import type { Diagnostic } from "@ozflow/compiler";
import { createContext, useContext } from "react";
import { useStore } from "zustand";
import type { Surface } from "./commands/action.ts";
import type { DocumentState } from "./model/document-store.ts";
import type { Editor } from "./model/editor.ts";
import type { Findings } from "./model/findings-store.ts";
import type { SyncState } from "./model/sync-store.ts";
import type { ViewState } from "./model/view-store.ts";
import type { PublishedStore } from "./publish/use-publishing.ts";
import type { Deed } from "./rights.ts";
import type { CompilerThread } from "./worker/compiler-thread.ts";

/** What every part of the editor page works with. */
export interface Workplace {
  readonly editor: Editor;
  readonly surface: Surface;
  may(deed: Deed): boolean;
  readonly compiler: CompilerThread;
  readonly publishedStore: PublishedStore;
}

const WorkplaceContext = createContext<Workplace | undefined>(undefined);
export const WorkplaceProvider = WorkplaceContext;

export function useWorkplace(): Workplace {
  const workplace = useContext(WorkplaceContext);
  if (workplace === undefined) throw new Error("this part belongs inside of the editor page");
  return workplace;
}

export function useEditor(): Editor {
  return useWorkplace().editor;
}

/** Select the smallest thing you draw; the selected value decides when you are drawn again. */
export function useDocument<Selected>(select: (state: DocumentState) => Selected): Selected {
  return useStore(useEditor().document, select);
}

export function useView<Selected>(select: (state: ViewState) => Selected): Selected {
  return useStore(useEditor().view, select);
}

export function useSync<Selected>(select: (state: SyncState) => Selected): Selected {
  return useStore(useEditor().sync, select);
}

export function useFindings<Selected>(select: (state: Findings) => Selected): Selected {
  return useStore(useEditor().findings, select);
}

const none: readonly Diagnostic[] = [];

export function useFindingsOf(step: string): readonly Diagnostic[] {
  return useFindings((state) => state.byStep.get(step) ?? none);
}
