import { Button } from "@mantine/core";
import type { Fix } from "@ozflow/compiler";
import { IconTool } from "@tabler/icons-react";
import { mend } from "../model/changes/index.ts";
import { sayWords } from "../model/say.ts";
import { useEditor } from "../workplace.tsx";

/** Mends what it stands beside, for whoever may draw. One undo step takes it back. */
export function FixButton({ fix, size }: { readonly fix: Fix; readonly size: "compact-xs" | "compact-sm" }) {
  const { document, canDraw } = useEditor();
  if (!canDraw) return null;
  return (
    <Button
      size={size}
      variant="light"
      flex="none"
      leftSection={<IconTool size={13} />}
      onClick={() => document.commit(mend(fix))}
    >
      {sayWords(fix.words)}
    </Button>
  );
}
