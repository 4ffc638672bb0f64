import { Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import i18next from "i18next";
import { tellFault } from "./notify.tsx";

interface Question {
  readonly title: string;
  /** What it will mean. */
  readonly text: string;
  readonly button: string;
  /** What the server says against it is told. */
  run(): Promise<void>;
}

/** Asks before something that others will feel or that cannot be undone. */
export function confirm({ title, text, button, run }: Question): void {
  modals.openConfirmModal({
    title,
    children: <Text size="sm">{text}</Text>,
    labels: { confirm: button, cancel: i18next.t("cancel") },
    confirmProps: { color: "red" },
    onConfirm: () => void run().catch(tellFault),
  });
}
