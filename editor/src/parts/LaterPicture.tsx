import { IconPuzzle } from "@tabler/icons-react";
import { actionIcons } from "./action-icon-map.ts";

/** A picture that only menus, panels and selections show. */
export default function LaterPicture({ icon, size }: { readonly icon: string; readonly size: number }) {
  const Found = actionIcons[icon] ?? IconPuzzle;
  return <Found size={size} stroke={1.75} aria-hidden />;
}
