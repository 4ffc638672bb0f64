import { Group, Pagination, Select, Table, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import type { HistoryFilter } from "@ozflow/compiler";
import { IconHistory } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { directions, pbxApi } from "../api/pbx.ts";
import { Arriving } from "../parts/Arriving.tsx";
import { EmptyCard } from "../parts/EmptyCard.tsx";
import { ListTable } from "../parts/ListTable.tsx";
import classes from "../parts/list.module.css";
import { TimeField } from "../parts/TimeField.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { pbxTime, pbxWord } from "./pbx-words.ts";

const rowsPerPage = 20;
/** Milliseconds after the last key before the phone system is asked. */
const quietMs = 350;
const everything: HistoryFilter = { source: "", destination: "", callerId: "", direction: "", state: "", from: "" };

/** Calls of the whole phone system that are over, filtered by the phone system itself. */
export function CallHistory() {
  const { t } = useTranslation();
  const [filter, setFilter] = useState(everything);
  const [page, setPage] = useState(0);
  const [asked] = useDebouncedValue(filter, quietMs);
  const load = useCallback(() => pbxApi.history(asked, page, rowsPerPage), [asked, page]);
  const { value: found, error } = useLoaded(load);
  const change = (part: Partial<HistoryFilter>) => {
    setFilter({ ...filter, ...part });
    setPage(0);
  };
  return (
    <>
      <Group gap="sm" mb="md" align="flex-end" role="search" aria-label={t("history.filter")}>
        <TextInput
          flex="1 1 120px"
          label={t("pbxCall.from")}
          value={filter.source}
          onChange={(event) => change({ source: event.currentTarget.value })}
        />
        <TextInput
          flex="1 1 120px"
          label={t("pbxCall.to")}
          value={filter.destination}
          onChange={(event) => change({ destination: event.currentTarget.value })}
        />
        <TextInput
          flex="1 1 120px"
          label={t("pbxCall.callerId")}
          value={filter.callerId}
          onChange={(event) => change({ callerId: event.currentTarget.value })}
        />
        <Select
          flex="1 1 130px"
          label={t("calls.direction")}
          placeholder={t("history.any")}
          clearable
          data={directions.map((one) => ({ value: one, label: t(`pbxCall.directions.${one}`) }))}
          value={filter.direction || null}
          onChange={(direction) => change({ direction: direction ?? "" })}
        />
        <TimeField
          flex="0 0 210px"
          precision="second"
          label={t("history.since")}
          placeholder={t("calls.anyTime")}
          value={(filter.from ?? "").replace(" ", "T")}
          onChange={(local) => change({ from: local.replace("T", " ") })}
        />
      </Group>
      <Arriving isThere={found !== undefined} error={error} height={240} />
      {found?.calls.length === 0 && (
        <EmptyCard icon={<IconHistory size={24} />} title={t("history.emptyTitle")} text={t("history.emptyText")} />
      )}
      {found !== undefined && found.calls.length > 0 && (
        <>
          <ListTable
            label={t("calls.tabs.history")}
            heads={[
              t("pbxCall.began"),
              t("calls.direction"),
              t("pbxCall.from"),
              t("pbxCall.to"),
              t("calls.dialed"),
              t("calls.state"),
            ]}
          >
            {found.calls.map((call) => (
              <Table.Tr key={call.callId}>
                <Table.Td className={classes.number}>{pbxTime(call.startTime)}</Table.Td>
                <Table.Td>{pbxWord("directions", call.direction)}</Table.Td>
                <Table.Td fw={600}>{call.source || call.callerId || t("calls.unknown")}</Table.Td>
                <Table.Td>{call.destination}</Table.Td>
                <Table.Td>{call.dialed}</Table.Td>
                <Table.Td>{pbxWord("states", call.state)}</Table.Td>
              </Table.Tr>
            ))}
          </ListTable>
          <Group justify="space-between" mt="md">
            <Text size="sm" c="dimmed">
              {t("history.count", { count: found.total })}
            </Text>
            {found.total > rowsPerPage && (
              <Pagination
                size="sm"
                total={Math.ceil(found.total / rowsPerPage)}
                value={page + 1}
                onChange={(next) => setPage(next - 1)}
                getControlProps={(control) => ({ "aria-label": t(`history.pages.${control}`) })}
              />
            )}
          </Group>
        </>
      )}
    </>
  );
}
