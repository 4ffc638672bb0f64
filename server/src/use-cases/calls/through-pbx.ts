import { PbxError } from "../../pbx/pbx-error.ts";
import { Refusal } from "../../refusal.ts";

/** What the phone system refuses is told to people in its own kind and sentence. */
export async function throughPbx<Result>(ask: () => Promise<Result>): Promise<Result> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof PbxError) throw new Refusal(`pbx-${error.kind}`, error);
    throw error;
  }
}
