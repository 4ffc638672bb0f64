import { Alert, Button, FileButton, Paper, Skeleton, Table, VisuallyHidden } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconMusic, IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { promptsApi } from "../api/prompts.ts";
import { FileDrop } from "../import/FileDrop.tsx";
import { AppHeader } from "../parts/AppHeader.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { sentenceOf, tell, tellFault } from "../parts/notify.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { PromptRow } from "../prompts/PromptRow.tsx";
import { useMay } from "../session.tsx";
import classes from "./flows.module.css";

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
        {error !== undefined && <Alert color="red">{sentenceOf(error)}</Alert>}
        {value === undefined && error === undefined && <Skeleton height={240} radius="lg" />}
        {value?.prompts.length === 0 && (
          <Paper withBorder radius="lg" p="lg">
            <EmptyState icon={<IconMusic size={24} />} title={t("prompts.emptyTitle")} text={t("prompts.emptyText")} />
          </Paper>
        )}
        {value !== undefined && value.prompts.length > 0 && (
          <Paper withBorder radius="lg" className={classes.table}>
            <Table aria-label={t("prompts.title")}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t("prompts.name")}</Table.Th>
                  <Table.Th>{t("prompts.sound")}</Table.Th>
                  <Table.Th>{t("prompts.usedBy")}</Table.Th>
                  <Table.Th>
                    <VisuallyHidden>{t("flows.actions")}</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {value.prompts.map((prompt) => (
                  <PromptRow key={prompt.id} prompt={prompt} reload={reload} />
                ))}
              </Table.Tbody>
            </Table>
          </Paper>
        )}
      </main>
    </FileDrop>
  );
}
