import { randomFillSync, randomInt } from "node:crypto";

/** Bytes of one id. */
const idLength = 16;
// Fetched for many ids at once: asking the system costs more than all the rest of an id.
const random = Buffer.alloc(idLength * 256);
let used = random.length;

/** 128 random bits, 22 characters that need no escaping in an address. */
export function newUnguessableId(): string {
  if (used === random.length) {
    randomFillSync(random);
    used = 0;
  }
  used += idLength;
  return random.toString("base64url", used - idLength, used);
}

/** Characters of the time in milliseconds to the base 36, from 1972 to 2059; digits and small letters sort alike everywhere. */
const timeLength = 8;

/**
 * As long as the others, but it begins with the time and 84 bits of it are random. What is made about the same time lies
 * together in an index: rows of a hundred calls then change a page or two of it, not a hundred.
 */
export function newOrderedId(): string {
  return Date.now().toString(36) + newUnguessableId().slice(timeLength);
}

const letters = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

/** A call id as an Ozeki PBX gives them: a few letters and digits (reference, section 5). */
export function newPbxCallId(): string {
  return Array.from({ length: 8 }, () => letters[randomInt(letters.length)]).join("");
}
