import { List, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { CopyField } from "../parts/CopyField.tsx";

/** The address the phone system asks, and where it is pasted there. */
export function CallbackAddress({ url }: { readonly url: string }) {
  const { t } = useTranslation();
  return (
    <>
      <CopyField label={t("publish.url")} value={url} copyLabel={t("publish.copy")} />
      <div>
        <Text size="sm" fw={600} mb={4}>
          {t("publish.where")}
        </Text>
        <List size="sm" spacing={6}>
          <List.Item>{t("publish.whereNew")}</List.Item>
          <List.Item>{t("publish.whereOld")}</List.Item>
        </List>
      </div>
    </>
  );
}
