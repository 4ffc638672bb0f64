import { Button, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useCreateFlow } from "../pages/use-create-flow.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { tell } from "../parts/notify.tsx";
import { ago } from "../parts/time.ts";
import { Comparison } from "../versions/Comparison.tsx";
import { useDocument, useEditor, useSync } from "../workplace.tsx";
import classes from "./conflict.module.css";

/** Somebody else saved meanwhile. Nothing is written and nothing lost until the author has chosen. */
export default function ConflictDialog() {
  const { t } = useTranslation();
  const { sync } = useEditor();
  const theirs = useSync((state) => state.theirs);
  const mine = useDocument((state) => state.flow);
  const createFlow = useCreateFlow();
  if (theirs === undefined) return null;
  const keepCopy = () => {
    const copy = { ...mine, name: t("conflict.copyName", { name: mine.name }) };
    sync.loadTheirs();
    void createFlow(copy);
  };
  return (
    <Dialog
      onClose={() => undefined}
      withCloseButton={false}
      closeOnEscape={false}
      size="min(1180px, 94vw)"
      title={t("conflict.title")}
    >
      <Stack>
        <Text size="sm">{t("conflict.text", { ago: ago(theirs.updatedAt) })}</Text>
        <div className={classes.both}>
          <Comparison before={theirs.flow} after={mine} />
        </div>
        <Group gap="xs" justify="flex-end">
          <Button
            color="red"
            variant="light"
            mr="auto"
            onClick={() => void sync.keepMine().then((saved) => saved.outcome === "saved" && tell(t("save.saved")))}
          >
            {t("conflict.keepMine")}
          </Button>
          <Button variant="default" onClick={() => sync.loadTheirs()}>
            {t("conflict.loadTheirs")}
          </Button>
          <Button data-autofocus onClick={keepCopy}>
            {t("conflict.keepCopy")}
          </Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
