import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { say } from "../model/say.ts";
import { useProofs } from "./use-proofs.ts";
import { VerdictMark } from "./VerdictMark.tsx";

/** Whether a promise is kept, as soon as that is known. `step`: of an outcome, the one it is about. */
export function PromiseKept({ code, step }: { readonly code: string; readonly step?: string }) {
  const { t } = useTranslation();
  const { claims, busy } = useProofs();
  const claim = claims.find((one) => one.code === code && one.about === step);
  if (claim === undefined) return null;
  return (
    <Group gap={6} mt={4} align="flex-start" wrap="nowrap" role="status" aria-busy={busy} opacity={busy ? 0.75 : 1}>
      <VerdictMark verdict={claim.verdict} words={t(`promises.${claim.verdict}`)} />
      <Text size="xs">{say(claim.sentence)}</Text>
    </Group>
  );
}
