import { Alert } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { sentenceOf } from "./notify.tsx";

interface Attempt {
  attempt(work: () => Promise<void>): Promise<void>;
  /** Why it was not done the last time, to be shown in the form. */
  readonly refusal: ReactNode;
}

/** What a form does and somebody may refuse. */
export function useAttempt(): Attempt {
  const [fault, setFault] = useState<string>();
  return {
    async attempt(work) {
      setFault(undefined);
      try {
        await work();
      } catch (error) {
        setFault(sentenceOf(error));
      }
    },
    refusal: fault !== undefined && <Fault>{fault}</Fault>,
  };
}

/** A sentence about what went wrong, read out at once. */
export function Fault({ children }: { readonly children: string }) {
  return (
    <Alert color="red" role="alert">
      {children}
    </Alert>
  );
}
