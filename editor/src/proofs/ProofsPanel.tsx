import { Button, Group, ScrollArea, Text, Tooltip } from "@mantine/core";
import { testCallOf } from "@ozflow/compiler";
import { IconCertificate, IconPlayerPlay, IconRoute2 } from "@tabler/icons-react";
import { useReactFlow } from "@xyflow/react";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { showSteps } from "../canvas/show-steps.ts";
import { say } from "../model/say.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import { FixButton } from "../problems/FixButton.tsx";
import type { ShownClaim, ShownRefutation } from "../worker/protocol.ts";
import { useEditor, useWorkplace } from "../workplace.tsx";
import classes from "./proofs.module.css";
import { useProofs } from "./use-proofs.ts";
import { VerdictMark } from "./VerdictMark.tsx";

/** What holds for every call, and the calls that show what does not. */
export default function ProofsPanel() {
  const { t } = useTranslation();
  const { view } = useEditor();
  const { claims, busy } = useProofs();
  useEffect(() => () => view.setState({ path: new Set() }), [view]);
  if (claims.length === 0 && !busy)
    return (
      <EmptyState
        icon={<IconCertificate size={24} stroke={1.75} />}
        title={t("proofs.empty")}
        text={t("proofs.emptyText")}
      />
    );
  return (
    <ScrollArea h="100%" type="hover">
      <Text size="xs" c="dimmed" className={classes.head} role="status">
        {busy ? t("proofs.busy") : t("proofs.upToDate")}
      </Text>
      <ul className={classes.list} aria-label={t("proofs.title")} aria-busy={busy}>
        {claims.map((claim) => (
          <ClaimRow key={`${claim.code} ${claim.about}`} claim={claim} />
        ))}
      </ul>
    </ScrollArea>
  );
}

function ClaimRow({ claim: { title, verdict, sentence, refutations } }: { readonly claim: ShownClaim }) {
  return (
    <li className={classes.claim}>
      <VerdictMark verdict={verdict} />
      <div style={{ flex: 1 }}>
        <Text size="sm" fw={600}>
          {say(title)}
        </Text>
        {refutations.length === 0 ? (
          <Text size="sm" c="dimmed">
            {say(sentence)}
          </Text>
        ) : (
          refutations.map((one) => <RefutationRow key={one.sentence.message} refutation={one} />)
        )}
      </div>
    </li>
  );
}

function RefutationRow({ refutation: { sentence, call, path, fix } }: { readonly refutation: ShownRefutation }) {
  const { t } = useTranslation();
  const { editor, may } = useWorkplace();
  const reactFlow = useReactFlow();
  const show = () => {
    const steps = new Set(path);
    editor.view.setState({ path: steps });
    showSteps(reactFlow, editor, steps);
  };
  return (
    <div className={classes.shown}>
      <Text size="sm">{say(sentence)}</Text>
      <Group gap={6} wrap="nowrap">
        {fix !== undefined && <FixButton fix={fix} size="compact-sm" />}
        <Tooltip label={t("proofs.showHint")}>
          <Button size="compact-sm" variant="default" leftSection={<IconRoute2 size={15} />} onClick={show}>
            {t("proofs.show")}
          </Button>
        </Tooltip>
        {may("tryCall") && (
          <Tooltip label={t("proofs.playHint")}>
            <Button
              size="compact-sm"
              variant="light"
              leftSection={<IconPlayerPlay size={15} />}
              onClick={() => editor.view.setState({ panel: "phone", toPlay: testCallOf(call) })}
            >
              {t("proofs.play")}
            </Button>
          </Tooltip>
        )}
      </Group>
    </div>
  );
}
