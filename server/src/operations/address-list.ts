import { BlockList, isIP } from "node:net";

/** Addresses of computers: single ones and networks ("10.0.0.0/8"). */
export interface AddressList {
  has(address: string): boolean;
}

/** Is the word an address or a network? */
export function isAddressOrNetwork(word: string): boolean {
  const [address = "", prefix, ...rest] = word.split("/");
  const family = isIP(address);
  if (family === 0 || rest.length > 0) return false;
  return prefix === undefined || (/^\d{1,3}$/.test(prefix) && Number(prefix) <= bitsOf(family));
}

/** Every word must be an address or a network. */
export function createAddressList(words: readonly string[]): AddressList {
  if (words.length === 0) return { has: () => false };
  const list = new BlockList();
  for (const word of words) {
    const [address = "", prefix] = word.split("/");
    const family = isIP(address);
    list.addSubnet(address, prefix === undefined ? bitsOf(family) : Number(prefix), nameOf(family));
  }
  return {
    has(address) {
      // A socket for both families tells IPv4 addresses in this form.
      const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
      const family = isIP(plain);
      return family !== 0 && list.check(plain, nameOf(family));
    },
  };
}

function bitsOf(family: number): number {
  return family === 4 ? 32 : 128;
}

function nameOf(family: number): "ipv4" | "ipv6" {
  return family === 4 ? "ipv4" : "ipv6";
}
