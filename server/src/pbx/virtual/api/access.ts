import { BlockList, isIPv6 } from "node:net";
import type { Parameters } from "../../../callback/notification.ts";
import { reply } from "./reply.ts";

/** Who may use the API, and from where (reference, section 5). */
export interface Access {
  /** Anybody when absent. */
  readonly users?: readonly ApiUser[] | undefined;
  /** Networks such as `10.0.0.0/8`; any address when absent. */
  readonly allowed?: readonly string[] | undefined;
  readonly denied?: readonly string[] | undefined;
}

export interface ApiUser {
  readonly name: string;
  readonly password: string;
  /** False: the user is in no group that may use the API. */
  readonly mayUseApi?: boolean;
}

/** The refusal, or undefined when the command may run. `address`: whose request it is, when that is known. */
export function refuse(access: Access, parameters: Parameters, address: string | undefined): string | undefined {
  if (!isAllowed(access, address)) return reply(307, "Use API from this address is forbidden");
  if (access.users === undefined) return undefined;
  const { username = "", password = "" } = parameters;
  if (username === "" || password === "") return reply(304, "Authentication required");
  const user = access.users.find((one) => one.name === username && one.password === password);
  if (user === undefined) return reply(305, "Authentication failed, bad username or password");
  return user.mayUseApi === false ? reply(306, "User is not allowed to use API in ACL") : undefined;
}

function isAllowed({ allowed, denied = [] }: Access, address: string | undefined): boolean {
  if (address === undefined) return true;
  // An IPv4 address that came over an IPv6 socket.
  const plain = address.replace(/^::ffff:/, "");
  return !isIn(denied, plain) && (allowed === undefined || isIn(allowed, plain));
}

function isIn(networks: readonly string[], address: string): boolean {
  const list = new BlockList();
  for (const network of networks) {
    const [base = "", bits] = network.split("/");
    const family = isIPv6(base) ? "ipv6" : "ipv4";
    list.addSubnet(base, Number(bits ?? (family === "ipv6" ? 128 : 32)), family);
  }
  return list.check(address, isIPv6(address) ? "ipv6" : "ipv4");
}
