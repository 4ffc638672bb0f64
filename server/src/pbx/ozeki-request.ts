import { child, type OzmlElement, readOzml, said, sameName } from "@ozflow/compiler";
import { errorOfCode, PbxError } from "./pbx-error.ts";

const defaultTimeoutMs = 10_000;

/** Characters: some ten thousand calls of a call history. */
const maxReply = 10_000_000;

/**
 * One request to the HTTP API. Returns the reply when its code is 200; throws {@link PbxError} otherwise. Never sent
 * twice: a Call that got lost on the way back has rung a phone all the same.
 */
export async function askPbx(address: string, timeoutMs = defaultTimeoutMs): Promise<OzmlElement> {
  const { status, body } = await fetchReply(address, timeoutMs);
  const host = new URL(address).host;
  if (/^\s*(?:<!doctype\s+html|<html)/i.test(body)) {
    throw new PbxError(
      "not-xml",
      said`${host} answers with a web page (status ${status}), so it is not the HTTP API of a phone system. Check its address.`,
    );
  }
  // Errors of the API come with status 200 too (reference, section 5).
  if (status !== 200) {
    throw new PbxError(
      "http-status",
      said`${host} answers with status ${status} instead of the phone system's reply. Check its address and generation.`,
    );
  }
  return readReply(body, host);
}

async function fetchReply(address: string, timeoutMs: number): Promise<{ status: number; body: string }> {
  try {
    const response = await fetch(address, { redirect: "manual", signal: AbortSignal.timeout(timeoutMs) });
    return { status: response.status, body: await readBody(response) };
  } catch (error) {
    const { host } = new URL(address);
    if (error instanceof Error && error.name === "TimeoutError") {
      throw new PbxError(
        "time-out",
        said`The phone system at ${host} did not answer within ${timeoutMs / 1000} seconds. Whether it did what it was asked is not known.`,
      );
    }
    throw new PbxError(
      "unreachable",
      said`The phone system at ${host} cannot be reached (${causeOf(error)}). Does it run, and is its address right?`,
    );
  }
}

/** What a reply says within its first megabytes; one that goes on is cut off, and read as what it is: cut. */
async function readBody({ body }: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const piece of body ?? []) {
    text += decoder.decode(piece, { stream: true });
    if (text.length > maxReply) break;
  }
  return text;
}

/** Elements are looked up by name: `Code` comes first in most samples and last in one (reference, section 5). */
function readReply(body: string, host: string): OzmlElement {
  const { root } = readOzml(body);
  if (root === undefined || !sameName(root.name, "Response")) {
    throw new PbxError(
      "not-xml",
      said`${host} answers with something that is no reply of a phone system. Check its address.`,
    );
  }
  if (!/<\/response\s*>\s*$/i.test(body)) {
    throw new PbxError(
      "cut-reply",
      said`The reply of the phone system at ${host} breaks off. Whether it did what it was asked is not known.`,
    );
  }
  const code = child(root, "Code")?.text.trim() ?? "";
  if (!/^\d{1,6}$/.test(code)) {
    throw new PbxError(
      "no-code",
      said`The reply of the phone system at ${host} has no code, so nobody knows whether it worked.`,
    );
  }
  if (code !== "200") throw errorOfCode(Number(code), child(root, "Message")?.text.trim() ?? "");
  return root;
}

/** `fetch failed` says nothing; the cause says ECONNREFUSED. */
function causeOf(error: unknown): string {
  const cause = error instanceof Error ? error.cause : undefined;
  if (cause instanceof Error) return "code" in cause && typeof cause.code === "string" ? cause.code : cause.message;
  return error instanceof Error ? error.message : String(error);
}
