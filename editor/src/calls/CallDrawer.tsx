import { Alert, Drawer, Group, Paper, Skeleton, Stack, Table, Text, Timeline, Title } from "@mantine/core";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import type { Callback, CallDetails } from "../api/types.ts";
import classes from "../parts/list.module.css";
import { sentenceOf } from "../parts/notify.tsx";
import { clockTime } from "../parts/time.ts";
import { useLoaded } from "../parts/use-loaded.ts";
import { CallStateBadge } from "./CallStateBadge.tsx";
import { pbxWord } from "./pbx-words.ts";
import { RecordingLink } from "./RecordingLink.tsx";
import { RequestsMade } from "./RequestsMade.tsx";

const refreshMs = 2000;

/** One call: what the PBX asked for, the way the caller took, what was remembered. */
export function CallDrawer({ callId, onClose }: { readonly callId: string | undefined; onClose(): void }) {
  const { t } = useTranslation();
  return (
    <Drawer opened={callId !== undefined} onClose={onClose} position="right" size="lg" title={t("calls.detail")}>
      {callId !== undefined && <CallFacts key={callId} callId={callId} />}
    </Drawer>
  );
}

function CallFacts({ callId }: { readonly callId: string }) {
  const load = useCallback(() => api.call(callId), [callId]);
  const { value: call, error } = useLoaded(load, refreshMs);
  if (error !== undefined) return <Alert color="red">{sentenceOf(error)}</Alert>;
  if (call === undefined) return <Skeleton height={200} />;
  return <Facts call={call} />;
}

function Facts({ call }: { readonly call: CallDetails }) {
  const { t } = useTranslation();
  const facts: readonly (readonly [string, string | null])[] = [
    [t("calls.flow"), t("calls.flowRevision", { name: call.flowName, revision: call.revision })],
    [t("calls.direction"), t(`calls.${call.direction}`)],
    [t("calls.caller"), call.caller],
    [t("calls.dialed"), call.dialed],
    [t("calls.started"), clockTime(call.startedAt)],
    [t("calls.ended"), call.endedAt === null ? null : clockTime(call.endedAt)],
    [t("calls.reason"), call.reason],
    [t("calls.disposition"), call.disposition],
    [t("calls.note"), call.note],
  ];
  return (
    <Stack>
      <Group>
        <CallStateBadge state={call.state} />
      </Group>
      <Paper withBorder radius="lg" className={classes.table}>
        <Table variant="vertical" layout="fixed" verticalSpacing="xs">
          <Table.Tbody>
            {facts
              .filter(([, value]) => value !== null && value !== "")
              .map(([name, value]) => (
                <Table.Tr key={name}>
                  <Table.Th w={140}>{name}</Table.Th>
                  <Table.Td className={classes.words}>{value}</Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </Paper>
      <Title order={3}>{t("calls.callbacks")}</Title>
      {call.callbacks.length === 0 ? (
        <Text size="sm" c="dimmed">
          {t("calls.noCallbacks")}
        </Text>
      ) : (
        <Timeline bulletSize={14} lineWidth={2} active={call.callbacks.length}>
          {call.callbacks.map((callback) => (
            <CallbackItem key={`${callback.at} ${callback.document}`} callback={callback} />
          ))}
        </Timeline>
      )}
    </Stack>
  );
}

function CallbackItem({ callback }: { readonly callback: Callback }) {
  const { t } = useTranslation();
  const changed = Object.entries(callback.changed);
  const path = callback.path.map((step) => step.label || step.id).join(" → ");
  const notification = callback.notification ?? t("calls.request");
  return (
    <Timeline.Item title={pbxWord("notifications", notification)}>
      <Text size="xs" c="dimmed">
        {t("calls.served", { time: clockTime(callback.at), notification, document: callback.document })}
      </Text>
      {path !== "" && <Text size="sm">{path}</Text>}
      <RequestsMade requests={callback.requests} />
      {callback.recording !== null && <RecordingLink url={callback.recording} />}
      {changed.map(([name, value]) => (
        <Text key={name} size="xs" ff="monospace">
          {name} = {JSON.stringify(value)}
        </Text>
      ))}
    </Timeline.Item>
  );
}
