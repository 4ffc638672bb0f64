import { SegmentedControl } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { BrowserPhone } from "./BrowserPhone.tsx";
import { ServerPhone } from "./server/ServerPhone.tsx";

const lines = ["browser", "server"] as const;

/** Call the flow and listen: as it is drawn, in this browser, or as it is published, on the phone system. */
export default function PhonePanel() {
  const { t } = useTranslation();
  const [line, setLine] = useState<(typeof lines)[number]>("browser");
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
  return line === "browser" ? <BrowserPhone lineChoice={choice} /> : <ServerPhone lineChoice={choice} />;
}
