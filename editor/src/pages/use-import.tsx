import { Stack, Text } from "@mantine/core";
import { modals } from "@mantine/modals";
import type { OzmlFile } from "@ozflow/compiler";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { isTyping } from "../editor/is-typing.ts";
import { isOzmlFile, looksLikeOzml, pastedName, readOzmlFiles } from "../import/ozml-files.ts";
import { tell } from "../parts/notify.tsx";
import { importFlowFile } from "./import-flow-file.ts";
import { useCreateFlow } from "./use-create-flow.ts";

/**
 * Makes a new flow of files: a flow file as it is, OzML files together as one flow once the author agrees. OzML that is
 * pasted while nobody types is taken as well.
 */
export function useImport(): (files: readonly File[]) => Promise<void> {
  const { t } = useTranslation();
  const create = useCreateFlow();
  const importOzml = async (files: readonly OzmlFile[]) => {
    const { confirmImport } = await import("../import/confirm-import.tsx");
    confirmImport(files, (flow) => void create(flow));
  };

  useEffect(() => {
    const put = (event: ClipboardEvent) => {
      const text = event.clipboardData?.getData("text/plain") ?? "";
      if (!isTyping(event.target) && looksLikeOzml(text)) void importOzml([{ name: pastedName, text }]);
    };
    document.addEventListener("paste", put);
    return () => document.removeEventListener("paste", put);
  });

  return async (files) => {
    const ozml = files.filter(isOzmlFile);
    if (ozml.length > 0) {
      const read = await readOzmlFiles(ozml);
      return read === undefined ? tell(t("import.badZip")) : importOzml(read);
    }
    const [file] = files;
    if (file === undefined) return;
    const read = await importFlowFile(file);
    if ("flow" in read) await create(read.flow);
    else modals.open({ title: t("flows.importRefused"), children: <Refusal sentences={read.sentences} /> });
  };
}

function Refusal({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <Stack gap={4}>
      {sentences.map((sentence) => (
        <Text key={sentence} size="sm">
          {sentence}
        </Text>
      ))}
    </Stack>
  );
}
