import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** What a page is about, and the one thing most come to do. */
export function PageHead({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text?: string;
  readonly children?: ReactNode;
}) {
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap" mb="lg">
      <div>
        <Title order={1}>{title}</Title>
        {text !== undefined && (
          <Text c="dimmed" size="sm" maw={640}>
            {text}
          </Text>
        )}
      </div>
      {children}
    </Group>
  );
}
