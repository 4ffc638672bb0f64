import { Alert, Button, Group, List, Stack, Text, Textarea } from "@mantine/core";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { say } from "../model/say.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { useProofs } from "../proofs/use-proofs.ts";
import { VerdictMark } from "../proofs/VerdictMark.tsx";
import { useDocument, useEditor, useFindings } from "../workplace.tsx";
import { CallbackAddress } from "./CallbackAddress.tsx";
import { countBySeverity, usePublishing } from "./use-publishing.ts";

const PublishChecks = lazy(() => import("../tests/PublishChecks.tsx"));

/** Sentences shown; the problems panel has them all. */
const maxSentences = 6;

export default function PublishDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { published, publishNow, busy } = usePublishing();
  const [done, setDone] = useState(false);
  return (
    <Dialog onClose={onClose} size="lg" title={done ? t("publish.doneTitle") : t("publish.title")}>
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
          published={published?.revision}
          publish={async (message) => setDone(await publishNow(message))}
          onClose={onClose}
        />
      )}
    </Dialog>
  );
}

function BeforePublishing({
  busy,
  published,
  publish,
  onClose,
}: {
  /** The revision that callers get now. */
  readonly published: number | undefined;
  readonly busy: boolean;
  publish(message: string): Promise<void>;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const { view, flowId } = useEditor();
  const flow = useDocument((state) => state.flow);
  const [message, setMessage] = useState("");
  const diagnostics = useFindings((state) => state.diagnostics);
  const { errors, warnings } = countBySeverity(diagnostics);
  const showProblems = () => view.setState({ dialog: undefined, panel: "problems" });
  return (
    <Stack>
      {errors > 0 && (
        <Alert color="red" title={t("publish.errors", { count: errors })}>
          <Sentences of={diagnostics.filter((one) => one.severity === "error").map(say)} />
        </Alert>
      )}
      {errors === 0 && warnings > 0 && (
        <Alert color="yellow" title={t("publish.warnings", { count: warnings })}>
          <Sentences of={diagnostics.map(say)} />
        </Alert>
      )}
      {errors === 0 && warnings === 0 && <Text size="sm">{t("publish.ready")}</Text>}
      <Proofs />
      {errors === 0 && (
        <Suspense>
          <PublishChecks flowId={flowId} flow={flow} published={published} />
        </Suspense>
      )}
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

/** What callers can be promised. */
function Proofs() {
  const { t } = useTranslation();
  const { claims, busy } = useProofs();
  if (busy) return <Text size="sm">{t("proofs.busy")}</Text>;
  return (
    <Stack gap={4} role="list" aria-label={t("proofs.title")}>
      {claims.map(({ code, about, title, verdict, sentence }) => (
        <Group key={`${code} ${about}`} role="listitem" gap="xs" wrap="nowrap" align="flex-start">
          <VerdictMark verdict={verdict} />
          <Text size="sm">{verdict === "proven" ? say(sentence) : `${say(title)}: ${say(sentence)}`}</Text>
        </Group>
      ))}
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
