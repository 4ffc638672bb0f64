import { Button } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";

interface Props {
  readonly children: string;
  readonly disabled?: boolean;
  onClick(): void;
}

/** Adds one more to what stands above it, as wide as that. */
export function AddButton({ children, disabled = false, onClick }: Props) {
  return (
    <Button
      variant="default"
      size="xs"
      fullWidth
      leftSection={<IconPlus size={14} />}
      disabled={disabled}
      onClick={onClick}
    >
      {children}
    </Button>
  );
}
