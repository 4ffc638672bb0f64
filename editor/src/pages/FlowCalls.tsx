import { Alert, Group, Paper, Skeleton, Table, Text } from "@mantine/core";
import { IconPhone, IconPhoneIncoming, IconPhoneOutgoing } from "@tabler/icons-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { api } from "../api/client.ts";
import type { Call } from "../api/types.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import { sentenceOf } from "../parts/notify.tsx";
import { ago } from "../parts/time.ts";
import { useLoaded } from "../parts/use-loaded.ts";
import { CallStateBadge } from "./CallStateBadge.tsx";
import classes from "./flows.module.css";

/** Newest calls shown; older ones are for the export of calls. */
const limit = 100;
const refreshMs = 2000;
/** Steps named in a row before the rest is counted. */
const shownSteps = 4;

/** Calls that a flow answered or began; of one flow when it is named. */
export function FlowCalls({ flow, open }: { readonly flow: string | undefined; open(callId: string): void }) {
  const { t } = useTranslation();
  const load = useCallback(async () => (await api.calls(flow, limit)).calls, [flow]);
  const { value: calls, error } = useLoaded(load, refreshMs);
  if (error !== undefined) return <Alert color="red">{sentenceOf(error)}</Alert>;
  if (calls === undefined) return <Skeleton height={240} radius="lg" />;
  if (calls.length === 0) {
    return (
      <Paper withBorder radius="lg" p="lg">
        <EmptyState icon={<IconPhone size={24} />} title={t("calls.emptyTitle")} text={t("calls.emptyText")} />
      </Paper>
    );
  }
  return (
    <Paper withBorder radius="lg" className={classes.table}>
      <Table highlightOnHover verticalSpacing="sm" horizontalSpacing="md" aria-label={t("calls.title")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{t("calls.call")}</Table.Th>
            <Table.Th>{t("calls.flow")}</Table.Th>
            <Table.Th>{t("calls.state")}</Table.Th>
            <Table.Th>{t("calls.steps")}</Table.Th>
            <Table.Th>{t("calls.when")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {calls.map((call) => (
            <CallRow key={call.id} call={call} open={() => open(call.id)} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function CallRow({ call, open }: { readonly call: Call; open(): void }) {
  const { t } = useTranslation();
  const names = call.steps.map((step) => step.label || step.id);
  const more = names.length - shownSteps;
  return (
    <Table.Tr className={classes.row} onClick={open}>
      <Table.Td>
        <Group gap="xs" wrap="nowrap">
          {call.direction === "incoming" ? (
            <IconPhoneIncoming size={18} stroke={1.75} aria-label={t("calls.incoming")} />
          ) : (
            <IconPhoneOutgoing size={18} stroke={1.75} aria-label={t("calls.outgoing")} />
          )}
          <Link href={`/calls/${call.id}`} className={classes.name} onClick={(event) => event.stopPropagation()}>
            {t("calls.numbers", {
              caller: call.caller ?? t("calls.unknown"),
              dialed: call.dialed ?? t("calls.unknown"),
            })}
          </Link>
        </Group>
      </Table.Td>
      <Table.Td>{call.flowName}</Table.Td>
      <Table.Td>
        <CallStateBadge state={call.state} />
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed" lineClamp={2} maw={340}>
          {names.slice(0, shownSteps).join(" → ")}
          {more > 0 && ` ${t("calls.moreSteps", { count: more })}`}
        </Text>
      </Table.Td>
      <Table.Td style={{ whiteSpace: "nowrap" }}>{ago(call.startedAt)}</Table.Td>
    </Table.Tr>
  );
}
