import { Button, Group } from "@mantine/core";
import { IconChevronLeft, IconChevronRight } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Pages } from "./use-pages.ts";

/** To newer and older pages; nothing where one page holds everything. */
export function PageButtons({ newer, older }: Pick<Pages<unknown>, "newer" | "older">) {
  const { t } = useTranslation();
  if (newer === undefined && older === undefined) return null;
  return (
    <Group justify="flex-end" gap="xs" mt="md">
      <Button
        variant="default"
        size="sm"
        disabled={newer === undefined}
        onClick={newer}
        leftSection={<IconChevronLeft size={16} />}
      >
        {t("calls.newer")}
      </Button>
      <Button
        variant="default"
        size="sm"
        disabled={older === undefined}
        onClick={older}
        rightSection={<IconChevronRight size={16} />}
      >
        {t("calls.older")}
      </Button>
    </Group>
  );
}
