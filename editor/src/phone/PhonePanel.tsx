import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { findStepDefinition } from "@ozflow/compiler";
import { IconPhone, IconPhoneOff } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { incomingEntry } from "../api/types.ts";
import { tellFault } from "../parts/notify.tsx";
import { usePublishing } from "../publish/use-publishing.ts";
import { useDocument, useWorkplace } from "../workplace.tsx";
import { DialPad } from "./DialPad.tsx";
import classes from "./phone.module.css";
import { createPhoneLine } from "./phone-line.ts";
import { TranscriptView } from "./TranscriptView.tsx";
import { useLitStep } from "./use-lit-step.ts";

/** Call the published flow and listen: a dial pad on the left, what the caller hears and does on the right. */
export default function PhonePanel() {
  const { t } = useTranslation();
  const { editor, may } = useWorkplace();
  const [line] = useState(createPhoneLine);
  const { state, events, listening } = useStore(line);
  const [caller, setCaller] = useState("1001");
  const { published, stale, publishNow, busy } = usePublishing();
  // Who may not publish calls what somebody else has published.
  const mustPublish = stale && may("publishFlow");
  const hasIncoming = useDocument(({ flow }) =>
    flow.steps.some((step) => findStepDefinition(step.type)?.entry === incomingEntry),
  );
  useLitStep(line);
  useEffect(
    () => () => {
      line.close();
      editor.view.setState({ lit: undefined });
    },
    [line, editor],
  );

  const call = async () => {
    if (mustPublish && !(await publishNow(""))) return;
    await line.call(editor.flowId, caller).catch(tellFault);
  };
  const inCall = state !== "idle";
  return (
    <div className={classes.phone}>
      <Stack gap="xs" className={classes.handset}>
        <Group gap="xs" wrap="nowrap" align="flex-end">
          <TextInput
            flex={1}
            size="xs"
            label={t("phone.caller")}
            value={caller}
            readOnly={inCall}
            onChange={(event) => setCaller(event.currentTarget.value)}
          />
          {inCall ? (
            <Button
              size="xs"
              color="red"
              leftSection={<IconPhoneOff size={15} />}
              onClick={() => void line.hangUp().catch(tellFault)}
            >
              {t("phone.hangUp")}
            </Button>
          ) : (
            <Button
              size="xs"
              leftSection={<IconPhone size={15} />}
              loading={busy}
              disabled={!hasIncoming || !(mustPublish || published !== undefined)}
              onClick={() => void call()}
            >
              {mustPublish ? t("phone.publishAndCall") : t("phone.call")}
            </Button>
          )}
        </Group>
        <DialPad enabled={inCall} onPress={(key) => void line.press(key).catch(tellFault)} />
        <Text size="xs" c="dimmed" aria-live="polite">
          {inCall
            ? t(listening ? "phone.listening" : "phone.talking")
            : t(
                !hasIncoming
                  ? "phone.noIncoming"
                  : mustPublish || published !== undefined
                    ? "phone.idle"
                    : "phone.notPublished",
              )}
        </Text>
      </Stack>
      <TranscriptView events={events} inCall={inCall} />
    </div>
  );
}
