import { Button, Group, Table, Text } from "@mantine/core";
import { IconPhone, IconPhoneIncoming, IconPhoneOutgoing, IconTableExport } from "@tabler/icons-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { callsApi, type Place } from "../api/calls.ts";
import type { Call } from "../api/types.ts";
import { Arriving } from "../parts/Arriving.tsx";
import { EmptyCard } from "../parts/EmptyCard.tsx";
import { ListTable } from "../parts/ListTable.tsx";
import classes from "../parts/list.module.css";
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
      <Arriving isThere={page !== undefined} error={error} height={240} />
      {page?.calls.length === 0 && (
        <EmptyCard
          icon={<IconPhone size={24} />}
          title={t(isFiltered ? "calls.noneTitle" : "calls.emptyTitle")}
          text={t(isFiltered ? "calls.noneText" : "calls.emptyText")}
        />
      )}
      {page !== undefined && page.calls.length > 0 && <CallTable calls={page.calls} open={open} />}
      <PageButtons newer={newer} older={older} />
    </>
  );
}

function CallTable({ calls, open }: { readonly calls: readonly Call[]; open(callId: string): void }) {
  const { t } = useTranslation();
  return (
    <ListTable
      label={t("calls.title")}
      heads={[t("calls.call"), t("calls.flow"), t("calls.state"), t("calls.steps"), t("calls.when")]}
      highlightOnHover
    >
      {calls.map((call) => (
        <CallRow key={call.id} call={call} open={() => open(call.id)} />
      ))}
    </ListTable>
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
