import { said, type Words } from "@ozflow/compiler";
import type { Deps } from "../../deps.ts";
import { createOzekiPbx } from "../../pbx/ozeki.ts";
import { PbxError } from "../../pbx/pbx-error.ts";
import type { PhoneSystemSettings } from "../../pbx/phone-system.ts";
import { Refusal } from "../../refusal.ts";

type PhoneSystemDeps = Pick<Deps, "phoneSystem">;

interface Written {
  readonly system: PhoneSystemSettings;
  /** Undefined: the one that is kept. */
  readonly password?: string | undefined;
}

export interface PhoneSystemView {
  readonly system: PhoneSystemSettings;
  readonly hasPassword: boolean;
  /** The environment says it; it cannot be changed here. */
  readonly isFixed: boolean;
}

export interface ConnectionTest {
  readonly works: boolean;
  /** Why it does not. */
  readonly fault: string | null;
  /** What that is made of. */
  readonly words: Words | null;
  /** Calls that are on it now. */
  readonly calls: number | null;
  readonly ms: number;
}

export function viewPhoneSystem({ phoneSystem }: PhoneSystemDeps): PhoneSystemView {
  return {
    system: phoneSystem.settings(),
    hasPassword: phoneSystem.hasPassword(),
    isFixed: phoneSystem.isFixed,
  };
}

/** Holds for the next command, on every server of the database within seconds. */
export async function setPhoneSystem(deps: PhoneSystemDeps, { system, password }: Written): Promise<void> {
  const { phoneSystem } = deps;
  if (phoneSystem.isFixed) {
    throw new Refusal(
      "set-elsewhere",
      said`The environment of the server says which phone system it is (PBX). Change it there.`,
    );
  }
  checkPassword(deps, { system, password });
  await phoneSystem.set(system, password);
}

/** Asks for the calls that go on: a command of both generations that changes nothing. */
export async function testPhoneSystem(
  deps: PhoneSystemDeps & Pick<Deps, "clock">,
  { system, password }: Written,
): Promise<ConnectionTest> {
  checkPassword(deps, { system, password });
  const began = deps.clock.now().getTime();
  const ms = () => deps.clock.now().getTime() - began;
  try {
    const calls = await createOzekiPbx(deps.phoneSystem.optionsOf(system, password)).listActiveCalls();
    return { works: true, fault: null, words: null, calls: calls.length, ms: ms() };
  } catch (error) {
    if (!(error instanceof PbxError)) throw error;
    return { works: false, fault: error.message, words: error.words, calls: null, ms: ms() };
  }
}

/** A password is never sent to another system than the one it was given for. */
function checkPassword({ phoneSystem }: PhoneSystemDeps, { system, password }: Written): void {
  if (system.kind === "virtual") return;
  const isGiven = password !== undefined ? password !== "" : phoneSystem.keepsPasswordOf(system);
  if (system.user !== "" && !isGiven) {
    throw new Refusal(
      "wrong-value",
      said`Enter the password of this user; one that was kept is for another user or system.`,
    );
  }
  if (system.user === "" && password !== undefined && password !== "") {
    throw new Refusal("wrong-value", said`A password needs its user; enter the user too, or leave both out.`);
  }
}
