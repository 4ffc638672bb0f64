import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addTexts } from "../i18n.ts";
import { phone } from "../locales/phone.en.ts";
import { useMay } from "../session.tsx";
import { useView } from "../workplace.tsx";
import { BrowserPhone } from "./BrowserPhone.tsx";
import { ServerPhone } from "./server/ServerPhone.tsx";

addTexts({ phone });

const lines = ["browser", "server"] as const;

/**
 * Call the flow and listen: as it is drawn, in this browser, or as it is published, on the phone system. The first asks
 * the server for nothing, so everybody may.
 */
export default function PhonePanel() {
  const { t } = useTranslation();
  const may = useMay();
  const [line, setLine] = useState<(typeof lines)[number]>("browser");
  // What is to be played is played in the browser.
  const isWanted = useView((state) => state.toPlay !== undefined);
  if (isWanted && line !== "browser") setLine("browser");
  const choice = (
    <SegmentedControl
      size="xs"
      fullWidth
      aria-label={t("phone.line")}
      data={lines.map((one) => ({ value: one, label: t(`phone.lines.${one}`) }))}
      value={line}
      onChange={(next) => setLine(lines.find((one) => one === next) ?? line)}
    />
  );
  if (!may("tryCall")) return <BrowserPhone lineChoice={null} />;
  return line === "browser" ? <BrowserPhone lineChoice={choice} /> : <ServerPhone lineChoice={choice} />;
}
