import { ScrollArea, Tooltip, UnstyledButton } from "@mantine/core";
import { joinKeys, type TranscriptEvent } from "@ozflow/compiler";
import { IconEar } from "@tabler/icons-react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PhoneEvent } from "../api/types.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import { callClock } from "../parts/time.ts";
import { useSounds } from "../prompts/sound-library.ts";
import { nameSounds } from "../prompts/sound-names.ts";
import classes from "./phone.module.css";
import { useEventSentence } from "./use-event-sentence.ts";

/** What was heard and done, with the time since the call began. */
export function TranscriptView({
  events,
  inCall,
  onGoBack,
}: {
  readonly events: readonly PhoneEvent[];
  readonly inCall: boolean;
  /** Called with a time of the call, when one can go back in it. */
  onGoBack?(ms: number): void;
}) {
  const { t } = useTranslation();
  const sentenceOf = useEventSentence();
  const sounds = useSounds();
  const viewport = useRef<HTMLDivElement>(null);
  const lines = joinKeys(events.filter(isSpoken));
  useEffect(() => {
    if (lines.length > 0) viewport.current?.scrollTo({ top: viewport.current.scrollHeight });
  }, [lines.length]);
  if (lines.length === 0 && !inCall) {
    return (
      <EmptyState
        icon={<IconEar size={24} stroke={1.75} />}
        title={t("phone.emptyTitle")}
        text={t("phone.emptyText")}
      />
    );
  }
  return (
    <ScrollArea h="100%" type="hover" viewportRef={viewport} viewportProps={{ tabIndex: 0 }}>
      <ol className={classes.transcript} aria-label={t("phone.transcript")} aria-live="polite">
        {lines.map((event, index) => {
          const { text, who } = sentenceOf(event);
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: a transcript only ever grows at its end.
            <li key={index} className={classes.event} data-who={who}>
              {onGoBack === undefined ? (
                <time className={classes.time}>{callClock(event.atMs)}</time>
              ) : (
                <Tooltip label={t("phone.goBack")}>
                  <UnstyledButton
                    className={classes.time}
                    aria-label={t("phone.goBackTo", { time: callClock(event.atMs) })}
                    onClick={() => onGoBack(event.atMs)}
                  >
                    {callClock(event.atMs)}
                  </UnstyledButton>
                </Tooltip>
              )}
              <span className={classes.words}>{nameSounds(text, sounds)}</span>
            </li>
          );
        })}
      </ol>
    </ScrollArea>
  );
}

function isSpoken(event: PhoneEvent): event is TranscriptEvent {
  return "atMs" in event;
}
