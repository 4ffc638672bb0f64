import { Alert, Button, Group, Paper, Skeleton, Table, Text } from "@mantine/core";
import { IconPhone, IconPhoneIncoming, IconPhoneOutgoing, IconTableExport } from "@tabler/icons-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { callsApi, type Place } from "../api/calls.ts";
import type { Call } from "../api/types.ts";
import classes from "../pages/flows.module.css";
import { EmptyState } from "../parts/EmptyState.tsx";
import { sentenceOf } from "../parts/notify.tsx";
import { ago } from "../parts/time.ts";
import { CallFilters } from "./CallFilters.tsx";
import { CallStateBadge } from "./CallStateBadge.tsx";
import { PageButtons } from "./PageButtons.tsx";
import { useCallFilter } from "./use-call-filter.ts";
import { usePages } from "./use-pages.ts";

const refreshMs = 2000;
/** Steps named in a row before the rest is counted. */
const shownSteps = 4;

/** Calls that flows answered or began. */
export function FlowCalls({ open }: { open(callId: string): void }) {
  const { t } = useTranslation();
  const [filter, change] = useCallFilter();
  const load = useCallback((before?: Place) => callsApi.list(filter, before), [filter]);
  const { page, error, newer, older } = usePages(load, refreshMs);
  const isFiltered = Object.values(filter).some((value) => value !== "");
  return (
    <>
      <CallFilters filter={filter} change={change}>
        <Button
          component="a"
          href={callsApi.csvAddress(filter)}
          download="calls.csv"
          variant="default"
          leftSection={<IconTableExport size={16} />}
        >
          {t("calls.export")}
        </Button>
      </CallFilters>
      {error !== undefined && <Alert color="red">{sentenceOf(error)}</Alert>}
      {page === undefined && error === undefined && <Skeleton height={240} radius="lg" />}
      {page?.calls.length === 0 && (
        <Paper withBorder radius="lg" p="lg">
          <EmptyState
            icon={<IconPhone size={24} />}
            title={t(isFiltered ? "calls.noneTitle" : "calls.emptyTitle")}
            text={t(isFiltered ? "calls.noneText" : "calls.emptyText")}
          />
        </Paper>
      )}
      {page !== undefined && page.calls.length > 0 && <CallTable calls={page.calls} open={open} />}
      <PageButtons newer={newer} older={older} />
    </>
  );
}

function CallTable({ calls, open }: { readonly calls: readonly Call[]; open(callId: string): void }) {
  const { t } = useTranslation();
  return (
    <Paper withBorder radius="lg" className={classes.table}>
      <Table highlightOnHover aria-label={t("calls.title")}>
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
        {call.disposition !== null && (
          <Text size="xs" mt={2} lineClamp={1} maw={180} title={call.note ?? ""}>
            {call.disposition}
          </Text>
        )}
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
