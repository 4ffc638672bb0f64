import { Button, FileButton } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconMusic, IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { promptsApi } from "../api/prompts.ts";
import { addTexts } from "../i18n.ts";
import { FileDrop } from "../import/FileDrop.tsx";
import { prompts as texts } from "../locales/prompts.en.ts";
import { AppHeader } from "../parts/AppHeader.tsx";
import { Arriving } from "../parts/Arriving.tsx";
import { EmptyCard } from "../parts/EmptyCard.tsx";
import { ListTable } from "../parts/ListTable.tsx";
import { tell, tellFault } from "../parts/notify.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { PromptRow } from "../prompts/PromptRow.tsx";
import { useMay } from "../session.tsx";
import classes from "./flows.module.css";

addTexts({ prompts: texts });

/** The prompt library: sounds that any flow can play. */
export default function PromptsPage() {
  const { t } = useTranslation();
  useDocumentTitle(t("pageTitle", { page: t("prompts.title") }));
  const { value, error, reload } = useLoaded(promptsApi.list);
  const may = useMay();
  const [isSending, setSending] = useState(false);
  const upload = async (files: readonly File[]) => {
    setSending(true);
    for (const file of files) {
      await promptsApi.add(file).then(({ name }) => tell(t("prompts.added", { name })), tellFault);
    }
    await reload();
    setSending(false);
  };
  const button = (
    <FileButton multiple accept="audio/*,.wav,.mp3" onChange={(files) => void upload(files)}>
      {(props) => (
        <Button {...props} flex="none" loading={isSending} leftSection={<IconUpload size={16} />}>
          {t("prompts.upload")}
        </Button>
      )}
    </FileButton>
  );
  return (
    <FileDrop onDrop={may("addPrompt") ? (files) => void upload(files) : undefined}>
      <AppHeader />
      <main className={classes.page}>
        <PageHead title={t("prompts.title")} text={t("prompts.text")}>
          {may("addPrompt") && button}
        </PageHead>
        <Arriving isThere={value !== undefined} error={error} height={240} />
        {value?.prompts.length === 0 && (
          <EmptyCard icon={<IconMusic size={24} />} title={t("prompts.emptyTitle")} text={t("prompts.emptyText")} />
        )}
        {value !== undefined && value.prompts.length > 0 && (
          <ListTable
            label={t("prompts.title")}
            heads={[t("prompts.name"), t("prompts.sound"), t("prompts.usedBy")]}
            hasActions
          >
            {value.prompts.map((prompt) => (
              <PromptRow key={prompt.id} prompt={prompt} reload={reload} />
            ))}
          </ListTable>
        )}
      </main>
    </FileDrop>
  );
}
