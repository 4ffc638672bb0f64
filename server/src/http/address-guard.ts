import ipaddr from "ipaddr.js";
import { createAddressList, isAddressOrNetwork } from "../operations/address-list.ts";

/** Which computers the requests of flows may reach: those of the public internet, and what the administrator opened. */
export interface AddressGuard {
  /** `host` is the name in the request, `address` the one that it leads to; the same when the name is an address. */
  allows(host: string, address: string): boolean;
}

/** Answers to the machines of one cloud only, and stands in a public network (Azure's "WireServer"). */
const metadataInPublic = new Set(["168.63.129.16"]);

/** IPv6 addresses of the public internet begin with 001 (RFC 4291, section 2.4); the list of exceptions is ipaddr.js's. */
const globalUnicast = ipaddr.IPv6.parseCIDR("2000::/3");

/** The end of a name is no number: `127.1` is an address to whoever connects. */
const hostName = /^(?!.*(?:^|\.)\d+\.?$)[a-z0-9_-]+(?:\.[a-z0-9_-]+)*\.?$/i;

/** Is the word the name of a host, an address or a network? */
export function canBeOpened(word: string): boolean {
  return isAddressOrNetwork(word) || hostName.test(word);
}

/** `opened`: names of hosts, addresses, networks. */
export function createAddressGuard(opened: readonly string[]): AddressGuard {
  const addresses = createAddressList(opened.filter(isAddressOrNetwork));
  const hosts = new Set(opened.filter((word) => !isAddressOrNetwork(word)).map(plainName));
  return {
    allows(host, address) {
      if (!ipaddr.isValid(address)) return false;
      const parsed = ipaddr.process(address);
      const plain = parsed.toString();
      return hosts.has(plainName(host)) || addresses.has(plain) || (isPublic(parsed) && !metadataInPublic.has(plain));
    },
  };
}

function isPublic(address: ipaddr.IPv4 | ipaddr.IPv6): boolean {
  if (address.range() !== "unicast") return false;
  return address instanceof ipaddr.IPv4 || address.match(globalUnicast);
}

/** A dot at the end of a name changes nothing about where it leads. */
function plainName(host: string): string {
  return host.toLowerCase().replace(/\.$/, "");
}
