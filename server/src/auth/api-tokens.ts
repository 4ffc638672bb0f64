import { createHash, randomBytes } from "node:crypto";

/** An API token: 256 random bits behind a word that secret scanners can look for. Shown once, kept as its hash. */
export function newApiToken(): string {
  return `${prefix}${randomBytes(32).toString("base64url")}`;
}

/** Fast on purpose: nobody guesses 256 bits, so there is nothing to slow down. */
export function hashOfToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** The token of `Authorization: Bearer …`; undefined when there is none of ours. */
export function tokenIn(headers: Headers): string | undefined {
  return /^Bearer (ozflow_[\w-]{43})$/i.exec(headers.get("authorization") ?? "")?.[1];
}

const prefix = "ozflow_";
