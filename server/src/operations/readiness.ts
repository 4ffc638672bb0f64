import type { PbxDriver } from "../pbx/driver.ts";
import { within } from "./deadline.ts";

/** May requests be sent to this server, and what does it lean on? */
export interface Readiness {
  readonly ready: boolean;
  readonly stopping: boolean;
  readonly database: boolean;
  /** For information: a server whose phone system is away answers all the same. */
  readonly pbx: "reachable" | "unreachable";
}

export interface ReadinessCheck {
  look(): Promise<Readiness>;
  /** From now on the answer is no, so that a load balancer sends nothing more. */
  beginStopping(): void;
}

interface Leaned {
  readonly askDatabase: () => Promise<unknown>;
  readonly pbx: Pick<PbxDriver, "listActiveCalls">;
  readonly now: () => Date;
}

const databaseSeconds = 2;
const pbxSeconds = 3;
/** A load balancer asks every few seconds; the phone system need not be asked each time. */
const pbxKnownMs = 15_000;

export function createReadinessCheck({ askDatabase, pbx, now }: Leaned): ReadinessCheck {
  let stopping = false;
  let known: { readonly atMs: number; readonly answer: Promise<Readiness["pbx"]> } | undefined;

  const succeeds = (seconds: number, work: Promise<unknown>) =>
    within(seconds, work).then(
      () => true,
      () => false,
    );
  const lookAtPbx = () => {
    const atMs = now().getTime();
    if (known === undefined || Math.abs(atMs - known.atMs) > pbxKnownMs) {
      const asked = succeeds(pbxSeconds, pbx.listActiveCalls());
      known = { atMs, answer: asked.then((reached) => (reached ? "reachable" : "unreachable")) };
    }
    return known.answer;
  };

  return {
    async look() {
      const [database, reached] = await Promise.all([succeeds(databaseSeconds, askDatabase()), lookAtPbx()]);
      return { ready: database && !stopping, stopping, database, pbx: reached };
    },
    beginStopping() {
      stopping = true;
    },
  };
}
