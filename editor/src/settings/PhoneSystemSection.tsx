import { Paper } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { phoneSystemApi } from "../api/phone-system.ts";
import { addTexts } from "../i18n.ts";
import { phoneSystem as texts } from "../locales/phone-system.en.ts";
import { Arriving } from "../parts/Arriving.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { PhoneSystemForm } from "./PhoneSystemForm.tsx";

addTexts({ phoneSystem: texts });

/** Which phone system calls go through, and whether it answers. */
export default function PhoneSystemSection() {
  const { t } = useTranslation();
  const { value, error, reload } = useLoaded(phoneSystemApi.get);
  return (
    <>
      <PageHead title={t("serverSettings.pbx.title")} text={t("phoneSystem.text")} />
      <Arriving isThere={value !== undefined} error={error} height={420} />
      {value !== undefined && (
        <Paper withBorder radius="lg" p="lg" maw={720}>
          <PhoneSystemForm key={JSON.stringify(value)} known={value} saved={reload} />
        </Paper>
      )}
    </>
  );
}
