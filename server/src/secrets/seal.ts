import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

/** A key for sealing, made of whatever the administrator gave: 32 bytes, and a name to know it again by. */
export interface SealKey {
  readonly id: string;
  readonly bytes: Buffer;
}

export function sealKey(secret: string): SealKey {
  const bytes = Buffer.from(hkdfSync("sha256", secret, "ozflow", "secrets at rest", 32));
  return { id: createHash("sha256").update(bytes).digest("hex").slice(0, 8), bytes };
}

/** AES-256-GCM: `v1.key.iv.tag.text`, base64url. Bound to its name, so that no secret can be passed off as another. */
export function seal(key: SealKey, name: string, text: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", key.bytes, iv).setAAD(Buffer.from(name));
  const sealed = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return ["v1", key.id, ...[iv, cipher.getAuthTag(), sealed].map((part) => part.toString("base64url"))].join(".");
}

/** Undefined when it was sealed with another key, for another name, or changed since. */
export function unseal(keys: readonly SealKey[], name: string, sealed: string): string | undefined {
  const [version, id, iv = "", tag = "", text = ""] = sealed.split(".");
  const key = keys.find((one) => one.id === id);
  if (version !== "v1" || key === undefined) return undefined;
  try {
    const decipher = createDecipheriv("aes-256-gcm", key.bytes, Buffer.from(iv, "base64url"), { authTagLength: 16 });
    decipher.setAAD(Buffer.from(name)).setAuthTag(Buffer.from(tag, "base64url"));
    return Buffer.concat([decipher.update(Buffer.from(text, "base64url")), decipher.final()]).toString("utf8");
  } catch {
    // GCM says no more than that something does not fit.
    return undefined;
  }
}

export function isSealedWith(key: SealKey, sealed: string): boolean {
  return sealed.split(".")[1] === key.id;
}
