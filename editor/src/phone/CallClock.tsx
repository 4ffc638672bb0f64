import { Button, Group, Tooltip, VisuallyHidden } from "@mantine/core";
import {
  IconMessageOff,
  IconPlayerPause,
  IconPlayerPlay,
  IconPlayerSkipForward,
  IconVolume,
  IconVolumeOff,
} from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { ToolButton } from "../parts/ToolButton.tsx";
import { callClock } from "../parts/time.ts";
import { nextChange, silenceNoticed } from "./heard-so-far.ts";
import classes from "./phone.module.css";
import { isOver, type PhoneCallStore, speeds } from "./phone-call.ts";

/** The clock of the call, which waits and hurries as it is told. */
export function CallClock({
  call,
  isHeard,
  onHear,
  children,
}: {
  readonly call: PhoneCallStore;
  readonly isHeard: boolean;
  onHear(on: boolean): void;
  /** What else can be done with the call. */
  readonly children: ReactNode;
}) {
  const { t } = useTranslation();
  const seconds = useStore(call, ({ nowMs }) => Math.floor(nowMs / 1000));
  const isRunning = useStore(call, (state) => state.isRunning);
  const speed = useStore(call, (state) => state.speed);
  const inCall = useStore(call, (state) => state.status === "on" && !isOver(state));
  const willBeNoticed = useStore(call, ({ played, nowMs }) => played && silenceNoticed(played, nowMs)) !== undefined;
  return (
    <Group className={classes.clock} gap={4} wrap="nowrap">
      <VisuallyHidden>{t("phone.clock")}</VisuallyHidden>
      <time className={classes.clockTime}>{callClock(seconds * 1000)}</time>
      <ToolButton
        label={t(isRunning ? "phone.pause" : "phone.goOn")}
        icon={isRunning ? IconPlayerPause : IconPlayerPlay}
        disabled={!inCall}
        onClick={() => call.setState({ isRunning: !isRunning })}
      />
      <ToolButton
        label={t("phone.next")}
        icon={IconPlayerSkipForward}
        disabled={!inCall}
        onClick={() => void call.skip(nextChange)}
      />
      <ToolButton
        label={t("phone.sayNothing")}
        icon={IconMessageOff}
        disabled={!inCall || !willBeNoticed}
        onClick={() => void call.skip(silenceNoticed)}
      />
      <Tooltip label={t("phone.speed")}>
        <Button
          size="compact-xs"
          variant="subtle"
          color="gray"
          aria-label={t("phone.speedNow", { speed })}
          onClick={() => call.setState({ speed: speeds[(speeds.indexOf(speed) + 1) % speeds.length] ?? 1 })}
        >
          {t("phone.times", { speed })}
        </Button>
      </Tooltip>
      <span className={classes.grow} />
      {children}
      <ToolButton
        label={t(isHeard ? "phone.mute" : "phone.unmute")}
        icon={isHeard ? IconVolume : IconVolumeOff}
        onClick={() => onHear(!isHeard)}
      />
    </Group>
  );
}
