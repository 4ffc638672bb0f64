import { Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { VariableEditor } from "../inspector/VariableEditor.tsx";

export default function VariablesDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Modal opened onClose={onClose} size="md" title={t("actions.variables")}>
      <VariableEditor />
    </Modal>
  );
}
