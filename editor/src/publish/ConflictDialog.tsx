import { Button, Modal, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCreateFlow } from "../pages/use-create-flow.ts";
import { tell } from "../parts/notify.tsx";
import { ago } from "../parts/time.ts";
import { useEditor, useSync } from "../workplace.tsx";

/** Somebody else saved meanwhile. Nothing is written and nothing lost until the author has chosen. */
export default function ConflictDialog() {
  const { t } = useTranslation();
  const { sync, document } = useEditor();
  const theirs = useSync((state) => state.theirs);
  const createFlow = useCreateFlow();
  if (theirs === undefined) return null;
  const keepCopy = () => {
    const mine = document.getState().flow;
    const copy = { ...mine, name: t("conflict.copyName", { name: mine.name }) };
    sync.loadTheirs();
    void createFlow(copy);
  };
  return (
    <Modal
      opened
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      size="md"
      title={t("conflict.title")}
    >
      <Stack>
        <Text size="sm">{t("conflict.text", { ago: ago(theirs.updatedAt) })}</Text>
        <Button variant="default" justify="flex-start" onClick={keepCopy}>
          {t("conflict.keepCopy")}
        </Button>
        <Button variant="default" justify="flex-start" onClick={() => sync.loadTheirs()}>
          {t("conflict.loadTheirs")}
        </Button>
        <Button
          color="red"
          variant="light"
          justify="flex-start"
          onClick={() => void sync.keepMine().then((saved) => saved.outcome === "saved" && tell(t("save.saved")))}
        >
          {t("conflict.keepMine")}
        </Button>
      </Stack>
    </Modal>
  );
}
