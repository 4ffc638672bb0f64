import { Modal, type ModalProps } from "@mantine/core";
import { useFocusReturn } from "./use-focus-return.ts";

/** A dialog that is there as long as it is open; afterwards the focus is where it was. */
export function Dialog(props: Omit<ModalProps, "opened">) {
  useFocusReturn();
  return <Modal opened {...props} />;
}
