import { Paper } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { securityApi } from "../api/security.ts";
import { Arriving } from "../parts/Arriving.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { useMay } from "../session.tsx";
import { GuardForm } from "./GuardForm.tsx";

/** What holds for every call: numbers, how many, and where callbacks come from. */
export default function GuardSection() {
  const { t } = useTranslation();
  const mayChange = useMay()("setGuard");
  const { value: guard, error } = useLoaded(securityApi.guard);
  return (
    <>
      <PageHead title={t("serverSettings.guard.title")} text={t("serverSettings.guard.text")} />
      <Arriving isThere={guard !== undefined} error={error} height={420} />
      {guard !== undefined && (
        <Paper withBorder radius="lg" p="lg" maw={720}>
          <GuardForm guard={guard} mayChange={mayChange} save={securityApi.setGuard} />
        </Paper>
      )}
    </>
  );
}
