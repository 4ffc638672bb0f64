import { Anchor, Table, Text } from "@mantine/core";
import { IconMicrophone } from "@tabler/icons-react";
import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { callsApi, type Place } from "../api/calls.ts";
import { addTexts } from "../i18n.ts";
import { recordings as texts } from "../locales/recordings.en.ts";
import { Arriving } from "../parts/Arriving.tsx";
import { EmptyCard } from "../parts/EmptyCard.tsx";
import { ListTable } from "../parts/ListTable.tsx";
import classes from "../parts/list.module.css";
import { clockTime } from "../parts/time.ts";
import { CallFilters } from "./CallFilters.tsx";
import { PageButtons } from "./PageButtons.tsx";
import { RecordingLink } from "./RecordingLink.tsx";
import { useCallFilter } from "./use-call-filter.ts";
import { usePages } from "./use-pages.ts";

addTexts({ recordings: texts });

const refreshMs = 5000;

/** What callers said: recordings that the phone system told of, where they lie and in which call they were made. */
export function Recordings() {
  const { t } = useTranslation();
  const [filter, change] = useCallFilter();
  const load = useCallback((before?: Place) => callsApi.recordings(filter, before), [filter]);
  const { page, error, newer, older } = usePages(load, refreshMs);
  return (
    <>
      <CallFilters filter={filter} change={change} />
      <Arriving isThere={page !== undefined} error={error} height={240} />
      {page?.recordings.length === 0 && (
        <EmptyCard
          icon={<IconMicrophone size={24} />}
          title={t("recordings.emptyTitle")}
          text={t("recordings.emptyText")}
        />
      )}
      {page !== undefined && page.recordings.length > 0 && (
        <ListTable
          label={t("calls.tabs.recordings")}
          heads={[t("recordings.recording"), t("calls.call"), t("calls.flow"), t("calls.when")]}
        >
          {page.recordings.map((one) => (
            <Table.Tr key={one.id}>
              <Table.Td maw={360}>
                <RecordingLink url={one.url} />
              </Table.Td>
              <Table.Td>
                <Anchor component={Link} href={`/calls/${one.callId}`} size="sm">
                  {t("calls.numbers", {
                    caller: one.caller || t("calls.unknown"),
                    dialed: one.dialed || t("calls.unknown"),
                  })}
                </Anchor>
              </Table.Td>
              <Table.Td>{one.flowName}</Table.Td>
              <Table.Td className={classes.number}>{clockTime(one.at)}</Table.Td>
            </Table.Tr>
          ))}
        </ListTable>
      )}
      <Text size="xs" c="dimmed" mt="sm">
        {t("recordings.where")}
      </Text>
      <PageButtons newer={newer} older={older} />
    </>
  );
}
