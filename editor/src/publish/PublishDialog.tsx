import { Alert, Button, Group, List, Modal, Stack, Text, Textarea } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useEditor, useFindings } from "../workplace.tsx";
import { CallbackAddress } from "./CallbackAddress.tsx";
import { countBySeverity, usePublishing } from "./use-publishing.ts";

/** Sentences shown; the problems panel has them all. */
const maxSentences = 6;

export default function PublishDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { published, publishNow, busy } = usePublishing();
  const [done, setDone] = useState(false);
  return (
    <Modal opened onClose={onClose} size="lg" title={done ? t("publish.doneTitle") : t("publish.title")}>
      {done && published !== undefined ? (
        <Stack>
          <Text size="sm">{t("publish.done", { revision: published.revision })}</Text>
          <CallbackAddress url={published.callbackUrl} />
          <Group justify="flex-end">
            <Button onClick={onClose}>{t("publish.close")}</Button>
          </Group>
        </Stack>
      ) : (
        <BeforePublishing
          busy={busy}
          publish={async (message) => setDone(await publishNow(message))}
          onClose={onClose}
        />
      )}
    </Modal>
  );
}

function BeforePublishing({
  busy,
  publish,
  onClose,
}: {
  readonly busy: boolean;
  publish(message: string): Promise<void>;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { view } = useEditor();
  const [message, setMessage] = useState("");
  const diagnostics = useFindings((state) => state.diagnostics);
  const { errors, warnings } = countBySeverity(diagnostics);
  const showProblems = () => view.setState({ dialog: undefined, panel: "problems" });
  return (
    <Stack>
      {errors > 0 && (
        <Alert color="red" title={t("publish.errors", { count: errors })}>
          <Sentences of={diagnostics.filter((one) => one.severity === "error").map((one) => one.message)} />
        </Alert>
      )}
      {errors === 0 && warnings > 0 && (
        <Alert color="yellow" title={t("publish.warnings", { count: warnings })}>
          <Sentences of={diagnostics.map((one) => one.message)} />
        </Alert>
      )}
      {errors === 0 && warnings === 0 && <Text size="sm">{t("publish.ready")}</Text>}
      {errors === 0 && (
        <Textarea
          label={t("publish.message")}
          placeholder={t("publish.messagePlaceholder")}
          value={message}
          maxLength={500}
          autosize
          minRows={2}
          onChange={(event) => setMessage(event.currentTarget.value)}
          data-autofocus
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
        {errors > 0 ? (
          <Button onClick={showProblems}>{t("publish.showProblems")}</Button>
        ) : (
          <Button loading={busy} onClick={() => void publish(message.trim())}>
            {warnings > 0 ? t("publish.anyway") : t("publish.confirm")}
          </Button>
        )}
      </Group>
    </Stack>
  );
}

function Sentences({ of }: { readonly of: readonly string[] }) {
  const { t } = useTranslation();
  const more = of.length - maxSentences;
  return (
    <List size="sm" spacing={4}>
      {of.slice(0, maxSentences).map((sentence) => (
        <List.Item key={sentence}>{sentence}</List.Item>
      ))}
      {more > 0 && <List.Item>{t("publish.more", { count: more })}</List.Item>}
    </List>
  );
}
