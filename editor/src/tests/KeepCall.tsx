import { IconBookmarkPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { addTexts } from "../i18n.ts";
import { tests as texts } from "../locales/tests.en.ts";
import { tell, tellFault } from "../parts/notify.tsx";
import { ToolButton } from "../parts/ToolButton.tsx";
import { clockTime } from "../parts/time.ts";
import { isOver, type PhoneCallStore } from "../phone/phone-call.ts";
import { askTests } from "../worker/ask-tests.ts";
import { useWorkplace } from "../workplace.tsx";
import { testsOf } from "./tests-store.ts";

addTexts({ tests: texts });

/** Makes a test of the call in the phone, to be looked through and kept. */
export function KeepCall({ call }: { readonly call: PhoneCallStore }) {
  const { t } = useTranslation();
  const { editor, may } = useWorkplace();
  const [busy, setBusy] = useState(false);
  const isThere = useStore(call, ({ status, played }) => status === "on" && played !== undefined);
  if (!may("saveFlowTests")) return null;
  const record = async () => {
    call.setState({ isRunning: false });
    const state = call.getState();
    const name = t("tests.defaultName", { time: clockTime(new Date().toISOString()) });
    const untilMs = isOver(state) ? Number.MAX_SAFE_INTEGER : state.nowMs;
    const { flow } = editor.document.getState();
    setBusy(true);
    try {
      const test = await askTests({ ask: "record", flow, call: call.made(), name, untilMs });
      if (test === undefined) return tell(t("tests.refused"));
      testsOf(editor).write(test);
      editor.view.setState({ panel: "tests" });
    } catch (error) {
      tellFault(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <ToolButton
      label={t("tests.save")}
      icon={IconBookmarkPlus}
      variant="subtle"
      color="gray"
      disabled={!isThere}
      loading={busy}
      onClick={() => void record()}
    />
  );
}
