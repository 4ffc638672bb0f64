import { useDebouncedValue } from "@mantine/hooks";
import type { Extension, FiledContact } from "@ozflow/compiler";
import { useEffect, useState } from "react";
import { pbxApi } from "../api/pbx.ts";

/** A number of the phone system, and whose it is. */
export interface PhoneSuggestion {
  readonly number: string;
  readonly name: string;
}

export interface PhoneSuggestions {
  readonly extensions: readonly PhoneSuggestion[];
  readonly contacts: readonly PhoneSuggestion[];
}

/** Milliseconds after the last key. */
const quietMs = 250;
/** Extensions change seldom; milliseconds for which a list of them is good enough. */
const extensionsLastMs = 60_000;
const none: readonly never[] = [];

let known: { readonly at: number; readonly extensions: Promise<readonly Extension[]> } | undefined;

function loadExtensions(): Promise<readonly Extension[]> {
  if (known === undefined || Date.now() - known.at > extensionsLastMs) {
    known = {
      at: Date.now(),
      extensions: pbxApi.extensions().then(
        (reply) => reply.extensions,
        () => none,
      ),
    };
  }
  return known.extensions;
}

/**
 * Extensions and contacts that have the words in their number or name. Suggestions are a kindness: where the phone
 * system cannot be reached there are none, and nobody is told.
 */
export function usePhoneSuggestions(typed: string, isWanted: boolean): PhoneSuggestions {
  const [search] = useDebouncedValue(typed, quietMs);
  const [extensions, setExtensions] = useState<readonly Extension[]>(none);
  const [contacts, setContacts] = useState<readonly FiledContact[]>(none);
  useEffect(() => {
    if (!isWanted) return;
    let current = true;
    void loadExtensions().then((found) => current && setExtensions(found));
    void pbxApi.contacts(search).then(
      (reply) => current && setContacts(reply.contacts),
      () => current && setContacts(none),
    );
    return () => {
      current = false;
    };
  }, [search, isWanted]);
  return suggest(typed, extensions, contacts);
}

/** Every number once: an extension that is also in an address book stands among the extensions. */
export function suggest(
  typed: string,
  extensions: readonly Pick<Extension, "id" | "number" | "type">[],
  contacts: readonly Pick<FiledContact, "name" | "number" | "addressBook">[],
): PhoneSuggestions {
  const taken = new Set<string>();
  const isNew = ({ number }: { readonly number: string }) => {
    if (number === "" || taken.has(number)) return false;
    taken.add(number);
    return true;
  };
  const words = typed.trim().toLowerCase();
  return {
    extensions: extensions
      .map(({ number, type }) => ({ number, name: type }))
      .filter((one) => `${one.number} ${one.name}`.toLowerCase().includes(words))
      .filter(isNew),
    contacts: contacts.filter(isNew).map(({ number, name }) => ({ number, name })),
  };
}
