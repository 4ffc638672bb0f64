import { Group, Text, Title } from "@mantine/core";
import type { ReactNode } from "react";

/** What a subject of the settings is about, and the one thing most come to do. */
export function SectionHead({
  title,
  text,
  children,
}: {
  readonly title: string;
  readonly text: string;
  readonly children?: ReactNode;
}) {
  return (
    <Group justify="space-between" align="flex-start" wrap="nowrap" mb="lg">
      <div>
        <Title order={1}>{title}</Title>
        <Text c="dimmed" size="sm" maw={560}>
          {text}
        </Text>
      </div>
      {children}
    </Group>
  );
}
