import type { Extension, FiledContact, HistoryFilter, PastCall } from "@ozflow/compiler";
import type { Deps } from "../../deps.ts";
import type { Page, PageAsked } from "../../pbx/driver.ts";
import { throughPbx } from "../calls/through-pbx.ts";

type PbxDeps = Pick<Deps, "pbx">;

export function listExtensions({ pbx }: PbxDeps, type?: string): Promise<readonly Extension[]> {
  return throughPbx(() => pbx.listExtensions(type));
}

/** Contacts that are suggested at most. */
const maxSuggested = 50;

/** Contacts of all address books with this in their name, number or e-mail address, by name. */
export function searchContacts({ pbx }: PbxDeps, search: string): Promise<readonly FiledContact[]> {
  const wanted = search.trim().toLowerCase();
  return throughPbx(async () => {
    const found: FiledContact[] = [];
    for (const addressBook of await pbx.listAddressBooks()) {
      for await (const contact of pbx.allContacts(addressBook)) {
        const { name, number, email } = contact;
        const isWanted = [name, number, email].some((text) => text.toLowerCase().includes(wanted));
        if (isWanted) found.push({ addressBook, ...contact });
        if (found.length === maxSuggested) break;
      }
    }
    return found.sort((a, b) => a.name.localeCompare(b.name)).slice(0, maxSuggested);
  });
}

export function lookAtHistory({ pbx }: PbxDeps, filter: HistoryFilter, page: PageAsked): Promise<Page<PastCall>> {
  return throughPbx(() => pbx.callHistory(filter, page));
}
