import { Alert, Skeleton, Stack, Text } from "@mantine/core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { securityApi } from "../api/security.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { sentenceOf } from "../parts/notify.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { GuardForm } from "../settings/GuardForm.tsx";
import { useWorkplace } from "../workplace.tsx";

/** What holds for the calls of this flow, beyond what holds for all. */
export default function GuardDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { editor, may } = useWorkplace();
  const load = useCallback(() => securityApi.flowGuard(editor.flowId), [editor.flowId]);
  const { value: guard, error } = useLoaded(load);
  return (
    <Dialog onClose={onClose} size="lg" title={t("actions.guard")}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t("serverSettings.guard.flowText")}
        </Text>
        {error !== undefined && <Alert color="red">{sentenceOf(error)}</Alert>}
        {guard === undefined && error === undefined && <Skeleton height={420} radius="md" />}
        {guard !== undefined && (
          <GuardForm
            guard={guard}
            mayChange={may("setFlowGuard")}
            save={(changed) => securityApi.setFlowGuard(editor.flowId, changed)}
          />
        )}
      </Stack>
    </Dialog>
  );
}
