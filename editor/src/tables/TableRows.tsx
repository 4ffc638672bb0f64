import { Button, Group, Paper, ScrollArea, Table, Text, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight, IconSearch } from "@tabler/icons-react";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { type StoredTable, tablesApi } from "../api/tables.ts";
import { Arriving } from "../parts/Arriving.tsx";
import classes from "../parts/list.module.css";
import { useLoaded } from "../parts/use-loaded.ts";

const pageRows = 50;
/** Milliseconds after the last key before the server is asked. */
const quietMs = 250;

/** What stands in a table, a page at a time. */
export function TableRows({ table }: { readonly table: StoredTable }) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState("");
  const [search] = useDebouncedValue(typed, quietMs);
  const [from, setFrom] = useState(0);
  const load = useCallback(() => tablesApi.rows(table.id, search, from, pageRows), [table.id, search, from]);
  const { value, error } = useLoaded(load);
  const key = table.columns.indexOf(table.keyColumn);
  const to = from + (value?.rows.length ?? 0);
  return (
    <>
      <TextInput
        mb="md"
        maw={320}
        aria-label={t("tables.search")}
        placeholder={t("tables.search")}
        leftSection={<IconSearch size={16} />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setFrom(0);
        }}
      />
      <Arriving isThere={value !== undefined} error={error} height={240} />
      {value !== undefined && (
        <Paper withBorder radius="lg" className={classes.table}>
          <ScrollArea>
            <Table aria-label={table.name}>
              <Table.Thead>
                <Table.Tr>
                  {table.columns.map((column) => (
                    <Table.Th key={column}>{column}</Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {value.rows.map((row) => (
                  <Table.Tr key={row[key]}>
                    {table.columns.map((column, index) => (
                      <Table.Td key={column} fw={index === key ? 600 : undefined}>
                        {row[index]}
                      </Table.Td>
                    ))}
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </ScrollArea>
        </Paper>
      )}
      {value !== undefined && (
        <Group justify="flex-end" mt="md" gap="xs">
          <Text size="sm" c="dimmed">
            {value.total === 0 ? t("tables.none") : t("tables.shown", { from: from + 1, to, total: value.total })}
          </Text>
          <Button
            variant="default"
            size="sm"
            disabled={from === 0}
            leftSection={<IconChevronLeft size={16} />}
            onClick={() => setFrom(Math.max(0, from - pageRows))}
          >
            {t("tables.newer")}
          </Button>
          <Button
            variant="default"
            size="sm"
            disabled={to >= value.total}
            rightSection={<IconChevronRight size={16} />}
            onClick={() => setFrom(from + pageRows)}
          >
            {t("tables.older")}
          </Button>
        </Group>
      )}
    </>
  );
}
