import { type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { isTyping } from "../editor/is-typing.ts";
import { KeepCall } from "../tests/KeepCall.tsx";
import { startPhoneThread } from "../worker/phone-thread.ts";
import { CallClock } from "./CallClock.tsx";
import { dialKeys } from "./DialPad.tsx";
import { Handset } from "./Handset.tsx";
import { eventsUntil } from "./heard-so-far.ts";
import classes from "./phone.module.css";
import { createPhoneCall, isOver } from "./phone-call.ts";
import { TranscriptView } from "./TranscriptView.tsx";
import { useCallToPlay } from "./use-call-to-play.ts";
import { useLitPlace } from "./use-lit-place.ts";
import { usePhoneClock } from "./use-phone-clock.ts";
import { WatchPane } from "./WatchPane.tsx";

/** A call to the flow as it is drawn: the keys on the left, what is heard in the middle, what is behind it on the right. */
export function BrowserPhone({ lineChoice }: { readonly lineChoice: ReactNode }) {
  const { t } = useTranslation();
  const [call] = useState(() => createPhoneCall(startPhoneThread()));
  const [isHeard, setHeard] = useState(true);
  const { tones } = usePhoneClock(call, isHeard);
  useLitPlace(call);
  useCallToPlay(call);
  useEffect(() => call.stop, [call]);
  const inCall = useStore(call, (state) => state.status === "on" && !isOver(state));
  const press = (key: string) => {
    tones?.key(key);
    void call.press(key);
  };
  const typed = (event: KeyboardEvent) => {
    if (!inCall || isTyping(event.target) || !dialKeys.includes(event.key)) return;
    event.preventDefault();
    press(event.key);
  };
  // The button that began the call is gone; whoever used it goes on with keys.
  const phone = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (inCall) phone.current?.focus();
  }, [inCall]);
  return (
    <section ref={phone} className={classes.phone} aria-label={t("phone.name")} tabIndex={-1} onKeyDown={typed}>
      <Handset call={call} lineChoice={lineChoice} onPress={press} />
      <section className={classes.talk}>
        <CallClock call={call} isHeard={isHeard} onHear={setHeard}>
          <KeepCall call={call} />
        </CallClock>
        <Conversation call={call} inCall={inCall} />
      </section>
      <WatchPane call={call} />
    </section>
  );
}

function Conversation({
  call,
  inCall,
}: {
  readonly call: ReturnType<typeof createPhoneCall>;
  readonly inCall: boolean;
}) {
  const played = useStore(call, (state) => state.played);
  // How many there are changes seldom; the clock changes all the time.
  const count = useStore(call, (state) =>
    state.played === undefined ? 0 : eventsUntil(state.played, state.nowMs).length,
  );
  const events = played === undefined ? [] : eventsUntil(played, call.getState().nowMs).slice(0, count);
  return <TranscriptView events={events} inCall={inCall} onGoBack={(ms) => void call.goBackTo(ms)} />;
}
