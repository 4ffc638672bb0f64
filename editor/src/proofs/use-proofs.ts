import { addTexts } from "../i18n.ts";
import { proofs as texts } from "../locales/proofs.en.ts";
import type { ShownClaim } from "../worker/protocol.ts";
import { useDocument, useFindings } from "../workplace.tsx";

addTexts({ proofs: texts });

/** What is known; `busy` while it is about an older drawing. */
export function useProofs(): { readonly claims: readonly ShownClaim[]; readonly busy: boolean } {
  const flow = useDocument((state) => state.flow);
  const claims = useFindings((state) => state.claims);
  const busy = useFindings((state) => state.provenOf !== flow);
  return { claims, busy };
}
