import type { FetchReply } from "@ozflow/compiler";

/** Characters of a document that are read; the rest of a longer one is cut. */
const maxDocument = 1_000_000;

/** How the virtual PBX asks a web server: a form by POST, as in the manual's sample (reference, section 4). */
export async function postForm(
  url: string,
  form: Readonly<Record<string, string>>,
  timeoutMs = 10_000,
): Promise<FetchReply> {
  try {
    const response = await fetch(url, {
      method: "POST",
      headers: { "Cache-Control": "no-store,no-cache", Pragma: "no-cache" },
      // Sets the content type too.
      body: new URLSearchParams(form),
      redirect: "manual",
      signal: AbortSignal.timeout(timeoutMs),
    });
    return { status: response.status, body: (await response.text()).slice(0, maxDocument) };
  } catch (error) {
    return { status: 0, body: error instanceof Error ? error.message : String(error) };
  }
}
