import type { Flow } from "@ozflow/compiler";
import { useLocation } from "wouter";
import { api } from "../api/client.ts";
import { tellFault } from "../parts/notify.tsx";

/** Stores a new flow and opens it. A refusal is shown and leaves everything as it was. */
export function useCreateFlow(): (flow: Flow) => Promise<void> {
  const [, navigate] = useLocation();
  return async (flow) => {
    try {
      const { id } = await api.createFlow(flow);
      navigate(`/flows/${id}`);
    } catch (error) {
      tellFault(error);
    }
  };
}
