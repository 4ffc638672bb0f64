import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { findStepDefinition } from "@ozflow/compiler";
import { IconPhone, IconPhoneOff } from "@tabler/icons-react";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { incomingEntry } from "../../api/types.ts";
import { tellFault } from "../../parts/notify.tsx";
import { usePublishing } from "../../publish/use-publishing.ts";
import { useDocument, useWorkplace } from "../../workplace.tsx";
import { DialPad } from "../DialPad.tsx";
import classes from "../phone.module.css";
import { TranscriptView } from "../TranscriptView.tsx";
import { createServerLine } from "./server-line.ts";
import { useLitStep } from "./use-lit-step.ts";

/** A call to the published flow on the phone system: through the server, over HTTP, in real time. */
export function ServerPhone({ lineChoice }: { readonly lineChoice: ReactNode }) {
  const { t } = useTranslation();
  const { editor, may } = useWorkplace();
  const [line] = useState(createServerLine);
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
      <Stack gap={6} className={classes.handset}>
        {lineChoice}
        <Group gap="xs" wrap="nowrap">
          <TextInput
            flex={1}
            size="xs"
            aria-label={t("phone.caller")}
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
