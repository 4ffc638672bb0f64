import { Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";

export function Brand() {
  const { t } = useTranslation();
  return (
    <Group gap={10} wrap="nowrap">
      <img src="./icon.svg" width={26} height={26} alt="" />
      <Text fw={700} size="lg" lts="-0.01em">
        {t("brand")}
      </Text>
    </Group>
  );
}
