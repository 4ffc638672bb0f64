import { useTranslation } from "react-i18next";
import { VariableEditor } from "../inspector/VariableEditor.tsx";
import { Dialog } from "../parts/Dialog.tsx";

export default function VariablesDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Dialog onClose={onClose} size="md" title={t("actions.variables")}>
      <VariableEditor />
    </Dialog>
  );
}
