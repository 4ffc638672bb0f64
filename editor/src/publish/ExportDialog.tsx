import { Alert, Button, Group, List, Stack, Text, TextInput } from "@mantine/core";
import type { Flow } from "@ozflow/compiler";
import { IconDownload } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { addTexts } from "../i18n.ts";
import { exporting as texts } from "../locales/export.en.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { download } from "../parts/download.ts";
import type { RenderedDocument } from "../worker/protocol.ts";
import { useDocument, useWorkplace } from "../workplace.tsx";
import { fileNameOf } from "./file-name.ts";

addTexts({ export: texts });

/** The documents of what is drawn. */
export default function ExportDialog({ onClose }: { onClose(): void }) {
  return <ExportFlow flow={useDocument((state) => state.flow)} onClose={onClose} />;
}

/** Documents as files, for any web server; those that our server must make are named and left out. */
export function ExportFlow({ flow, onClose }: { readonly flow: Flow; onClose(): void }) {
  const { t } = useTranslation();
  const { compiler } = useWorkplace();
  const [baseUrl, setBaseUrl] = useState("https://www.example.com/ivr");
  const [documents, setDocuments] = useState<readonly RenderedDocument[] | null>();
  useEffect(() => {
    void compiler.render(flow, baseUrl.replace(/\/+$/, "")).then((made) => setDocuments(made.documents ?? null));
  }, [compiler, flow, baseUrl]);

  const files = documents?.filter((one) => one.serverSteps.length === 0 && one.fault === undefined) ?? [];
  const live = [...new Set(documents?.flatMap((one) => one.serverSteps))].filter((id) => id !== "");
  const labelOf = (id: string) => flow.steps.find((step) => step.id === id)?.label || id;

  const save = async () => {
    const { strToU8, zipSync } = await import("fflate");
    const zip = zipSync(Object.fromEntries(files.map((one) => [`${one.name}.ozml`, strToU8(one.xml)])));
    download(`${fileNameOf(flow.name)}.zip`, new Blob([new Uint8Array(zip)], { type: "application/zip" }));
    onClose();
  };
  return (
    <Dialog onClose={onClose} size="lg" title={t("export.title")}>
      <Stack>
        <Text size="sm">{t("export.text")}</Text>
        <TextInput
          label={t("export.baseUrl")}
          description={t("export.baseUrlHelp")}
          value={baseUrl}
          onChange={(event) => setBaseUrl(event.currentTarget.value)}
        />
        {documents === null && <Alert color="red">{t("export.errors")}</Alert>}
        {live.length > 0 && (
          <Alert color="yellow" title={t("export.needsServer")}>
            <List size="sm">
              {live.map((id) => (
                <List.Item key={id}>{labelOf(id)}</List.Item>
              ))}
            </List>
          </Alert>
        )}
        <Group justify="space-between">
          <Text size="sm" c="dimmed">
            {documents && t("export.count", { count: files.length, of: documents.length })}
          </Text>
          <Button leftSection={<IconDownload size={16} />} disabled={files.length === 0} onClick={() => void save()}>
            {t("export.download")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
