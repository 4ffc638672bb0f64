import { randomBytes, randomInt } from "node:crypto";

/** 128 random bits, 22 characters that need no escaping in an address. */
export function newUnguessableId(): string {
  return randomBytes(16).toString("base64url");
}

const letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A call id as an Ozeki PBX gives them: a few letters and digits (reference, section 5). */
export function newPbxCallId(): string {
  return Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("");
}
