/** Why a request has no answer. The message is for people who look at the call: half a sentence, and nothing secret in it. */
export class NoAnswer extends Error {
  override readonly name = "NoAnswer";
  /** Nothing about it will be different in a second. */
  readonly isFinal: boolean;

  constructor(message: string, { isFinal = true }: { readonly isFinal?: boolean } = {}) {
    super(message);
    this.isFinal = isFinal;
  }
}

/**
 * What an error of the HTTP client means. Its own words are not passed on: they may hold a header's value.
 */
export function toNoAnswer(error: unknown): NoAnswer {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = causeOf(at), depth += 1) {
    if (at instanceof NoAnswer) return at;
    const code = "code" in at ? String(at.code) : "";
    const words = sentences[code];
    if (words !== undefined) return new NoAnswer(words, { isFinal: false });
    if (code.startsWith("HPE_")) return new NoAnswer("what came back is no HTTP");
    if (code.startsWith("Z_") || code.startsWith("ERR__ERROR_")) {
      return new NoAnswer("what came back cannot be unpacked");
    }
    if (/CERT|SIGNATURE|ISSUER|ERR_TLS|ERR_SSL/.test(code)) {
      return new NoAnswer(`the server cannot be trusted (${code})`);
    }
  }
  return new NoAnswer("the request could not be sent");
}

/** Of several addresses that were tried, the first counts. */
function causeOf(error: Error): unknown {
  return error.cause ?? (error instanceof AggregateError ? error.errors[0] : undefined);
}

const nobody = "nobody answers there";
const broken = "the connection broke off";
const sentences: Readonly<Record<string, string>> = {
  ECONNREFUSED: nobody,
  EHOSTUNREACH: nobody,
  ENETUNREACH: nobody,
  ETIMEDOUT: nobody,
  UND_ERR_CONNECT_TIMEOUT: nobody,
  ENOTFOUND: "the server's name is not known",
  EAI_AGAIN: "the server's name cannot be looked up",
  ECONNRESET: broken,
  EPIPE: broken,
  UND_ERR_SOCKET: broken,
};
