import { Badge, Group, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { RequestMade } from "../api/types.ts";

/** What web servers were asked for a call: the address, what came back, how long the caller waited for it. */
export function RequestsMade({ requests }: { readonly requests: readonly RequestMade[] }) {
  const { t } = useTranslation();
  return requests.map(({ step, method, url, status, fault, ms }, index) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the list never changes, and the same may be asked twice.
    <div key={index}>
      <Group gap="xs" wrap="nowrap" align="baseline" mt={4}>
        <Badge size="sm" radius="sm" variant="light" color={colorOf(status)} style={{ flexShrink: 0 }}>
          {status ?? t("calls.noAnswer")}
        </Badge>
        <Text size="sm" ff="monospace" style={{ overflowWrap: "anywhere" }}>
          {method} {url}
        </Text>
      </Group>
      <Text size="xs" c="dimmed">
        {t("calls.waited", { step: step.label || step.id, seconds: (ms / 1000).toFixed(1) })}
        {fault !== undefined && ` · ${fault}`}
      </Text>
    </div>
  ));
}

function colorOf(status: number | undefined): string {
  if (status === undefined || status >= 500) return "red";
  return status >= 200 && status <= 299 ? "green" : "orange";
}
