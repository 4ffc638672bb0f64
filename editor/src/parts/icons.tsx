import { IconPuzzle } from "@tabler/icons-react";
import { icons } from "./icon-map.ts";

export function NamedIcon({ name, size = 16 }: { readonly name: string; readonly size?: number }) {
  const Found = icons[name] ?? IconPuzzle;
  return <Found size={size} stroke={1.75} aria-hidden />;
}
