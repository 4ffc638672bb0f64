import { ActionIcon, type ActionIconProps, Tooltip } from "@mantine/core";
import type { Icon } from "@tabler/icons-react";
import type { MouseEventHandler } from "react";

interface Props extends Omit<ActionIconProps, "children"> {
  readonly label: string;
  readonly icon: Icon;
  /** Pixels. */
  readonly iconSize?: number;
  readonly onClick: MouseEventHandler<HTMLButtonElement>;
}

/** A button that is a picture: what it does is said to whoever hovers over it, and to screen readers. */
export function ToolButton({ label, icon: Picture, iconSize = 16, ...button }: Props) {
  return (
    <Tooltip label={label}>
      <ActionIcon aria-label={label} {...button}>
        <Picture size={iconSize} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}
