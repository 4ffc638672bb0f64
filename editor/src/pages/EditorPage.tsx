import "@mantine/spotlight/styles.layer.css";
import { Alert, Button, Center, Loader, Stack } from "@mantine/core";
import { ReactFlowProvider } from "@xyflow/react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { api } from "../api/client.ts";
import { EditorScreen } from "../editor/EditorScreen.tsx";
import { sentenceOf } from "../parts/notify.tsx";
import { useLoaded } from "../parts/use-loaded.ts";

export default function EditorPage({ id }: { readonly id: string }) {
  const { t } = useTranslation();
  const load = useCallback(() => api.openFlow(id), [id]);
  const { value: opened, error } = useLoaded(load);
  if (opened !== undefined) {
    return (
      <ReactFlowProvider>
        <EditorScreen opened={opened} />
      </ReactFlowProvider>
    );
  }
  return (
    <Center h="100vh">
      {error === undefined ? (
        <Loader type="dots" />
      ) : (
        <Stack align="center">
          <Alert color="red">{sentenceOf(error)}</Alert>
          <Button component={Link} href="/" variant="default">
            {t("editor.back")}
          </Button>
        </Stack>
      )}
    </Center>
  );
}
