import { type TranscriptEvent, tellEvent } from "@ozflow/compiler";
import { useTranslation } from "react-i18next";
import { addTexts } from "../i18n.ts";
import { transcript as texts } from "../locales/transcript.en.ts";
import { say } from "../model/say.ts";

addTexts({ transcript: texts });

/** Whose part of the conversation it is: what the flow says, what the caller does, what happens on the line. */
export interface Spoken {
  readonly who: "flow" | "caller" | "line" | "fault";
  readonly text: string;
}

export function useEventSentence(): (event: TranscriptEvent) => Spoken {
  const { t } = useTranslation();
  return (one) => {
    switch (one.event) {
      case "answered":
        return { who: "line", text: t("transcript.answered") };
      case "rejected":
        return { who: "line", text: t("transcript.rejected") };
      case "heard":
        return { who: "flow", text: t(one.cutShort ? "transcript.cutShort" : "transcript.heard", { words: one.text }) };
      case "played":
        return { who: "flow", text: t("transcript.played", { file: one.file }) };
      case "paused":
        return { who: "line", text: t("transcript.paused", { seconds: one.seconds }) };
      case "pressed":
        return { who: "caller", text: t("transcript.pressed", { keys: one.keys }) };
      case "said-nothing":
        return { who: "caller", text: t("transcript.saidNothing", { seconds: one.seconds }) };
      case "recorded":
        return { who: "caller", text: t("transcript.recorded", { seconds: one.seconds, url: one.url }) };
      case "transferred":
        return {
          who: "line",
          text: t(one.ok ? "transcript.transferred" : "transcript.transferFailed", { target: one.target }),
        };
      case "placed-call":
        return {
          who: "line",
          text: t(one.answered ? "transcript.placedAnswered" : "transcript.placedUnanswered", { number: one.number }),
        };
      case "sent-sms":
        return { who: "line", text: t("transcript.sms", { recipient: one.recipient, text: one.text }) };
      case "hung-up":
        return { who: "line", text: t(`transcript.hungUp.${one.by}`) };
      case "fault":
        return { who: "fault", text: say({ message: one.message, words: one.words }) };
      default:
        // Rarer events are told in the compiler's own words.
        return { who: "line", text: say(tellEvent(one)) };
    }
  };
}
