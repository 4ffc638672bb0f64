import type { ReactNode } from "react";
import { Dialog } from "./Dialog.tsx";
import classes from "./full-screen-dialog.module.css";

interface Props {
  readonly title: string;
  readonly children: ReactNode;
  onClose(): void;
}

/** A dialog that takes all there is: what is in it goes from edge to edge, and scrolls by itself. */
export function FullScreenDialog(props: Props) {
  return (
    <Dialog
      fullScreen
      radius={0}
      padding={0}
      classNames={{ header: classes.header ?? "", body: classes.body ?? "", content: classes.content ?? "" }}
      {...props}
    />
  );
}
