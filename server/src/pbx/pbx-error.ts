import { type Said, said, type Words } from "@ozflow/compiler";

/** Why the PBX did not do what it was asked. The message is for people; programs look at `kind`. */
export class PbxError extends Error {
  override readonly name = "PbxError";
  readonly kind: PbxErrorKind;
  /** What the message is made of. */
  readonly words: Words;
  /** The `Code` of the reply, when there was one. */
  readonly code: number | undefined;

  constructor(kind: PbxErrorKind, { message, words }: Said, code?: number) {
    super(message);
    this.kind = kind;
    this.words = words;
    this.code = code;
  }
}

export type PbxErrorKind = (typeof statusCodes)[number]["kind"] | TransportFault;

type TransportFault =
  | "not-in-generation"
  | "unreachable"
  | "time-out"
  | "http-status"
  | "not-xml"
  | "cut-reply"
  | "no-code"
  | "unknown-code";

/**
 * The codes of the HTTP API (reference, section 6) and what to tell people, with the PBX's own sentence in it.
 * 200 is success and stands here for nobody.
 */
const statusCodes = [
  {
    code: 300,
    kind: "parse-error",
    sentence: (message: string) => said`The phone system could not read the request: ${message}`,
  },
  {
    code: 301,
    kind: "unknown-command",
    sentence: (message: string) =>
      said`The phone system does not know this command. Is its generation set right? It says: ${message}`,
  },
  {
    code: 302,
    kind: "invalid-parameter",
    sentence: (message: string) => said`The phone system wants something else in the request: ${message}`,
  },
  {
    code: 303,
    kind: "command-not-allowed-here",
    sentence: (message: string) => said`The phone system does not take this command through its HTTP API: ${message}`,
  },
  {
    code: 304,
    kind: "login-required",
    sentence: () => said`The phone system asks for a user: set OZEKI_USER and OZEKI_PASSWORD.`,
  },
  {
    code: 305,
    kind: "login-failed",
    sentence: () => said`The phone system refuses the user name or the password: check OZEKI_USER and OZEKI_PASSWORD.`,
  },
  {
    code: 306,
    kind: "user-not-allowed",
    sentence: () => said`The phone system does not let this user use its HTTP API: allow the user's group there.`,
  },
  {
    code: 307,
    kind: "address-not-allowed",
    sentence: () => said`The phone system does not let this computer use its HTTP API: allow its address there.`,
  },
  {
    code: 401,
    kind: "api-extension-unavailable",
    sentence: (message: string) =>
      said`The API extension cannot make the call. Check that it exists and is enabled: ${message}`,
  },
  { code: 402, kind: "not-reached", sentence: (message: string) => said`The number was not reached: ${message}` },
  {
    code: 501,
    kind: "sms-destination-not-found",
    sentence: (message: string) => said`The message has no recipient that the phone system can find: ${message}`,
  },
  {
    code: 601,
    kind: "call-not-found",
    sentence: (message: string) => said`The phone system has no such call; it is over: ${message}`,
  },
  {
    code: 701,
    kind: "config-not-found",
    sentence: (message: string) => said`The phone system has no such configuration: ${message}`,
  },
  {
    code: 702,
    kind: "config-invalid",
    sentence: (message: string) => said`The phone system refuses the configuration: ${message}`,
  },
  {
    code: 703,
    kind: "config-exists",
    sentence: (message: string) => said`The phone system has such an extension already: ${message}`,
  },
] as const;

/** The error for a code other than 200. */
export function errorOfCode(code: number, message: string): PbxError {
  const entry = statusCodes.find((one) => one.code === code);
  if (entry === undefined) {
    return new PbxError(
      "unknown-code",
      said`The phone system answered with the code ${String(code)}, which no manual explains: ${message}`,
      code,
    );
  }
  return new PbxError(entry.kind, entry.sentence(message || `code ${code}`), code);
}
