import { Button, Group, Select, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { securityApi } from "../api/security.ts";
import { tell, tellFault } from "../parts/notify.tsx";
import { clockTime } from "../parts/time.ts";

/** Hours that the old address may go on beginning calls. */
const graces = ["0", "24", "168", "720"] as const;

/** Gives the flow another address, when somebody knows the old one who should not. */
export function RenewAddress({ flowId, renewed }: { readonly flowId: string; renewed(callbackUrl: string): void }) {
  const { t } = useTranslation();
  const [grace, setGrace] = useState<string>("24");
  const [busy, setBusy] = useState(false);
  const renew = async () => {
    setBusy(true);
    try {
      const { callbackUrl, oldUntil } = await securityApi.renewKey(flowId, Number(grace));
      renewed(callbackUrl);
      tell(t("address.renewed", { until: clockTime(oldUntil) }));
    } catch (error) {
      tellFault(error);
    } finally {
      setBusy(false);
    }
  };
  return (
    <div>
      <Text size="sm" fw={600}>
        {t("address.renewTitle")}
      </Text>
      <Text size="sm" c="dimmed" mb="xs">
        {t("address.renewText")}
      </Text>
      <Group align="flex-end" gap="xs">
        <Select
          flex={1}
          label={t("address.grace")}
          data={graces.map((hours) => ({ value: hours, label: t(`address.graces.${hours}`) }))}
          value={grace}
          onChange={(hours) => setGrace(hours ?? "24")}
          allowDeselect={false}
        />
        <Button variant="default" loading={busy} onClick={() => void renew()}>
          {t("address.renew")}
        </Button>
      </Group>
    </div>
  );
}
