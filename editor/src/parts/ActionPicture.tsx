import { lazy, Suspense } from "react";
import type { Action } from "../commands/action.ts";
import { firstActionIcons } from "./first-action-icons.ts";

const LaterPicture = lazy(() => import("./LaterPicture.tsx"));

interface PictureProps {
  readonly action: Pick<Action, "icon">;
  /** Pixels; as large as the words beside it unless told otherwise. */
  readonly size?: number;
}

/** The picture of an action. */
export function ActionPicture({ action, size = 16 }: PictureProps) {
  const First = firstActionIcons[action.icon];
  if (First !== undefined) return <First size={size} stroke={1.75} aria-hidden />;
  return (
    // Room for it meanwhile, so that nothing moves when it comes.
    <Suspense fallback={<svg width={size} height={size} aria-hidden="true" />}>
      <LaterPicture icon={action.icon} size={size} />
    </Suspense>
  );
}
