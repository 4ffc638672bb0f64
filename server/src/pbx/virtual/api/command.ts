import type { Generation } from "@ozflow/compiler";
import type { Parameters } from "../../../callback/notification.ts";
import type { VirtualPbx } from "../virtual-pbx.ts";
import { reply, success } from "./reply.ts";

/** What a command of the virtual HTTP API may look at. */
export interface Asked {
  readonly pbx: VirtualPbx;
  readonly now: () => Date;
  /** The API extensions there are; any name counts when absent. */
  readonly apiExtensions?: readonly string[] | undefined;
  /** Of the path that was asked. */
  readonly generation: Generation;
  /** By their names in lower case. */
  readonly parameters: Parameters;
}

export interface ApiCommand {
  /** Parameters without which it is refused with code 302. */
  readonly needs?: readonly string[];
  /** Parameters that are addresses when they are given; refused with code 302 when they are none. */
  readonly urls?: readonly string[];
  run(asked: Asked): string | Promise<string>;
}

export type ApiCommands = Readonly<Record<string, ApiCommand>>;

export function invalid(parameter: string, command: string): string {
  return reply(302, `Missing or invalid parameter '${parameter}' for command '${command}'`);
}

/** Code 401, when the request names an API extension that there is not. */
export function refuseExtension({ apiExtensions, parameters }: Asked, name = "ApiExtension"): string | undefined {
  const extension = parameters[name.toLowerCase()] ?? "";
  if (apiExtensions === undefined || apiExtensions.includes(extension)) return undefined;
  return reply(401, `API extension '${extension}' unavailable, please check configuration or permissions`);
}

export function answer(refusal: { readonly code: number; readonly message: string } | undefined): string {
  return refusal === undefined ? success() : reply(refusal.code, refusal.message);
}
