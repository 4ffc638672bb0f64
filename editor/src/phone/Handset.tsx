import { Button, Group, Stack, Text, TextInput } from "@mantine/core";
import { findStepDefinition, libraryPrompt, noCallFacts } from "@ozflow/compiler";
import { IconAdjustmentsHorizontal, IconPhone, IconPhoneOff, IconRepeat } from "@tabler/icons-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { hoursOfAll } from "../calendars/calendar-library.ts";
import { ToolButton } from "../parts/ToolButton.tsx";
import { useSounds } from "../prompts/sound-library.ts";
import { tablesOf } from "../tables/table-library.ts";
import { useEditor } from "../workplace.tsx";
import { DialPad } from "./DialPad.tsx";
import { attentionAt } from "./heard-so-far.ts";
import classes from "./phone.module.css";
import { isOver, type PhoneCallStore, type PhoneState } from "./phone-call.ts";

const CallSetupDialog = lazy(() => import("./setup/CallSetupDialog.tsx"));

/** Where the caller's hands are: who calls, the dial pad, hanging up. */
export function Handset({
  call,
  lineChoice,
  onPress,
}: {
  readonly call: PhoneCallStore;
  readonly lineChoice: ReactNode;
  onPress(key: string): void;
}) {
  const { t } = useTranslation();
  const { document } = useEditor();
  const sounds = useSounds();
  const [settingUp, setSettingUp] = useState(false);
  const inCall = useStore(call, isTalking);
  const wasCalled = useStore(call, ({ status }) => status === "on");
  const busy = useStore(call, ({ status }) => status === "preparing");
  const said = useStore(call, saidOf);
  const caller = useStore(call, ({ setup }) => setup.facts?.caller ?? "");

  const begin = async (again: boolean) => {
    const { flow } = document.getState();
    const { setup, deeds } = call.getState();
    const entries = flow.steps.flatMap((step) => findStepDefinition(step.type)?.entry ?? []);
    const [first] = entries;
    // A flow that does not begin that way begins as it can; without any, the compiler says what is missing.
    if (first !== undefined && !entries.includes(setup.entry)) call.setUp({ entry: first });
    const seconds = Object.fromEntries(sounds.map((sound) => [libraryPrompt(sound.id), sound.seconds]));
    // What calendars and tables say at the time the call is set to begin, as facts of it.
    const facts = { ...noCallFacts, ...setup.facts };
    call.setUp({ facts: { ...facts, hours: hoursOfAll(facts.began), tables: await tablesOf(flow) } });
    void call.call(flow, seconds, again ? { deeds } : undefined);
  };
  return (
    <div className={classes.handset}>
      <Stack gap={6}>
        {lineChoice}
        <Group gap={6} wrap="nowrap">
          <TextInput
            flex={1}
            size="xs"
            aria-label={t("phone.caller")}
            placeholder={t("phone.caller")}
            value={caller}
            readOnly={inCall}
            onChange={({ currentTarget: { value } }) =>
              call.setUp({ facts: { ...call.getState().setup.facts, caller: value } })
            }
          />
          <ToolButton
            label={t("phone.setUp")}
            icon={IconAdjustmentsHorizontal}
            variant="default"
            size={30}
            onClick={() => {
              call.setState({ isRunning: false });
              setSettingUp(true);
            }}
          />
          {inCall ? (
            <Button size="xs" color="red" leftSection={<IconPhoneOff size={15} />} onClick={() => void call.hangUp()}>
              {t("phone.hangUp")}
            </Button>
          ) : (
            <>
              {wasCalled && (
                <ToolButton
                  label={t("phone.again")}
                  icon={IconRepeat}
                  variant="default"
                  size={30}
                  onClick={() => void begin(true)}
                />
              )}
              <Button size="xs" leftSection={<IconPhone size={15} />} loading={busy} onClick={() => void begin(false)}>
                {t("phone.call")}
              </Button>
            </>
          )}
        </Group>
        <DialPad enabled={inCall} onPress={onPress} />
        <Text size="xs" c="dimmed" aria-live="polite">
          {t(`phone.said.${said}`)}
        </Text>
      </Stack>
      {settingUp && (
        <Suspense>
          <CallSetupDialog call={call} onClose={() => setSettingUp(false)} />
        </Suspense>
      )}
    </div>
  );
}

function isTalking(state: PhoneState): boolean {
  return state.status === "on" && !isOver(state);
}

/** What the line does, in a word the catalogue has a sentence for. */
function saidOf(state: PhoneState): "idle" | "preparing" | "refused" | "over" | "talking" | "keys" | "voice" {
  if (state.status !== "on") return state.status;
  if (state.played === undefined || isOver(state)) return "over";
  return attentionAt(state.played, state.nowMs) ?? "talking";
}
