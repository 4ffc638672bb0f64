import { Modal, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { maxLabelLength } from "../model/changes/set-label.ts";
import { TemplateGallery } from "./TemplateGallery.tsx";
import { useCreateFlow } from "./use-create-flow.ts";

export function NewFlowDialog({ opened, onClose }: { readonly opened: boolean; onClose(): void }) {
  const { t } = useTranslation();
  const [name, setName] = useState("");
  const create = useCreateFlow();
  const trimmed = name.trim();
  return (
    <Modal opened={opened} onClose={onClose} size="xl" title={t("flows.newTitle")}>
      <Stack>
        <TextInput
          label={t("flows.newName")}
          placeholder={t("flows.newNamePlaceholder")}
          value={name}
          maxLength={maxLabelLength}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <TemplateGallery onChoose={(flow) => void create(trimmed === "" ? flow : { ...flow, name: trimmed })} />
      </Stack>
    </Modal>
  );
}
