import { Alert, Group, Paper, Skeleton, Table, Text, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconPhone, IconPhoneIncoming, IconPhoneOutgoing } from "@tabler/icons-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation, useSearchParams } from "wouter";
import { api } from "../api/client.ts";
import type { Call } from "../api/types.ts";
import { AppHeader } from "../parts/AppHeader.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { sentenceOf } from "../parts/notify.tsx";
import { ago } from "../parts/time.ts";
import { useLoaded } from "../parts/use-loaded.ts";
import { CallDrawer } from "./CallDrawer.tsx";
import { CallStateBadge } from "./CallStateBadge.tsx";
import classes from "./flows.module.css";

/** Newest calls shown; older ones are for the export of calls. */
const limit = 100;
const refreshMs = 2000;
/** Steps named in a row before the rest is counted. */
const shownSteps = 4;

export default function CallsPage({ callId }: { readonly callId: string | undefined }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [search] = useSearchParams();
  useDocumentTitle(t("pageTitle", { page: t("calls.title") }));
  const flow = search.get("flow") ?? undefined;
  const load = useCallback(async () => (await api.calls(flow, limit)).calls, [flow]);
  const { value: calls, error } = useLoaded(load, refreshMs);
  return (
    <>
      <AppHeader />
      <main className={classes.page}>
        <Title order={1} mb="lg">
          {t("calls.title")}
        </Title>
        {error !== undefined && <Alert color="red">{sentenceOf(error)}</Alert>}
        {calls === undefined && error === undefined && <Skeleton height={240} radius="lg" />}
        {calls?.length === 0 && (
          <Paper withBorder radius="lg" p="lg">
            <EmptyState icon={<IconPhone size={24} />} title={t("calls.emptyTitle")} text={t("calls.emptyText")} />
          </Paper>
        )}
        {calls !== undefined && calls.length > 0 && (
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
                  <CallRow key={call.id} call={call} open={() => navigate(`/calls/${call.id}`)} />
                ))}
              </Table.Tbody>
            </Table>
          </Paper>
        )}
      </main>
      <CallDrawer callId={callId} onClose={() => navigate("/calls")} />
    </>
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
