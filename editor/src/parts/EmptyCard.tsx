import { Paper } from "@mantine/core";
import type { ComponentProps } from "react";
import { EmptyState } from "./EmptyState.tsx";

/** In place of a list in which there is nothing yet. */
export function EmptyCard(props: ComponentProps<typeof EmptyState>) {
  return (
    <Paper withBorder radius="lg" p="lg">
      <EmptyState {...props} />
    </Paper>
  );
}
