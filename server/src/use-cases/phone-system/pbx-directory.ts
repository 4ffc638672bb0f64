import type { Directory } from "@ozflow/compiler";
import type { Deps } from "../../deps.ts";
import { PbxError } from "../../pbx/pbx-error.ts";

/** Nobody who publishes waits longer for what is only a help. */
const patienceMs = 2000;

/**
 * Whom the phone system knows; undefined where that is not known: it cannot be reached or is slow, or it is the virtual
 * one, where everybody answers.
 */
export async function readDirectory({
  pbx,
  phoneSystem,
  clock,
}: Pick<Deps, "pbx" | "phoneSystem" | "clock">): Promise<Directory | undefined> {
  const { kind, generation } = phoneSystem.current();
  if (kind === "virtual") return undefined;
  const asked = new AbortController();
  const read = async (): Promise<Directory> => {
    const extensions = await pbx.listExtensions();
    const contacts: string[] = [];
    // Address books: newer generation only (reference, section 3, ListAddressbookNames).
    for (const book of generation === "new" ? await pbx.listAddressBooks() : []) {
      for await (const { number, email } of pbx.allContacts(book)) {
        if (asked.signal.aborted) break;
        contacts.push(number, email);
      }
    }
    return {
      extensions: [...new Set(extensions.flatMap(({ id, number }) => [number, id]))].filter(Boolean),
      contacts: [...new Set(contacts)].filter(Boolean),
    };
  };
  try {
    const answer = read();
    // Who came too late is not listened to, whatever it says.
    answer.catch(() => {});
    return await Promise.race([answer, clock.wait(patienceMs, asked.signal).then(() => undefined)]);
  } catch (error) {
    if (error instanceof PbxError) return undefined;
    throw error;
  } finally {
    asked.abort();
  }
}
