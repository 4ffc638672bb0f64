import { type Flow, flowSchema } from "@ozflow/compiler";
import { z } from "zod";
import { ApiFault, api } from "../api/client.ts";
import type { SaveOutcome } from "../model/sync-store.ts";
import { sentenceOf } from "../parts/notify.tsx";

const currentSchema = z.object({ version: z.number(), flow: flowSchema, updatedAt: z.string() });

/** Saves a draft; what the server refuses comes back as an outcome, never as an exception. */
export async function saveToServer(id: string, flow: Flow, version: number): Promise<SaveOutcome> {
  try {
    return { outcome: "saved", ...(await api.saveFlow(id, flow, version)) };
  } catch (error) {
    if (error instanceof ApiFault) {
      if (error.code === "unreachable") return { outcome: "offline" };
      const current = currentSchema.safeParse(error.details["current"]);
      if (error.code === "conflict" && current.success) return { outcome: "conflict", theirs: current.data };
    }
    return { outcome: "refused", message: sentenceOf(error) };
  }
}
