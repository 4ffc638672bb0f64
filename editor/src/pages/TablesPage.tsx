import { Alert, Anchor, Button, Group, Title } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconArrowLeft, IconPlus, IconTable } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { type ListedTable, tablesApi } from "../api/tables.ts";
import { addTexts } from "../i18n.ts";
import { tables as texts } from "../locales/tables.en.ts";
import { AppHeader } from "../parts/AppHeader.tsx";
import { Arriving } from "../parts/Arriving.tsx";
import { EmptyCard } from "../parts/EmptyCard.tsx";
import { ListTable } from "../parts/ListTable.tsx";
import { tell } from "../parts/notify.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { useMay } from "../session.tsx";
import TableDialog from "../tables/TableDialog.tsx";
import { TableRow } from "../tables/TableRow.tsx";
import { TableRows } from "../tables/TableRows.tsx";
import classes from "./flows.module.css";

addTexts({ tables: texts });

/** The tables that flows look into, or the rows of the one that is open. */
export default function TablesPage({ id }: { readonly id: string | undefined }) {
  const { t } = useTranslation();
  useDocumentTitle(t("pageTitle", { page: t("tables.title") }));
  const { value, error, reload } = useLoaded(tablesApi.list);
  return (
    <>
      <AppHeader />
      <main className={classes.page}>
        <Arriving isThere={value !== undefined} error={error} height={240} />
        {value !== undefined && id === undefined && <AllTables tables={value.tables} reload={reload} />}
        {value !== undefined && id !== undefined && <OneTable table={value.tables.find((one) => one.id === id)} />}
      </main>
    </>
  );
}

function AllTables({ tables, reload }: { readonly tables: readonly ListedTable[]; reload(): Promise<void> }) {
  const { t } = useTranslation();
  const mayChange = useMay()("addTable");
  /** The one whose rows are replaced; `new`: another one. */
  const [open, setOpen] = useState<ListedTable | "new">();
  const head = ["name", "content", "usedBy", "changed"] as const;
  return (
    <>
      <PageHead title={t("tables.title")} text={t("tables.text")}>
        {mayChange && (
          <Button flex="none" leftSection={<IconPlus size={16} />} onClick={() => setOpen("new")}>
            {t("tables.add")}
          </Button>
        )}
      </PageHead>
      {tables.length === 0 ? (
        <EmptyCard icon={<IconTable size={24} />} title={t("tables.emptyTitle")} text={t("tables.emptyText")} />
      ) : (
        <ListTable label={t("tables.title")} heads={head.map((one) => t(`tables.${one}`))} hasActions>
          {tables.map((table) => (
            <TableRow
              key={`${table.id} ${table.version}`}
              table={table}
              mayChange={mayChange}
              replace={() => setOpen(table)}
              reload={reload}
            />
          ))}
        </ListTable>
      )}
      {open !== undefined && (
        <TableDialog
          {...(open === "new" ? {} : { table: open })}
          onClose={() => setOpen(undefined)}
          onDone={async ({ name }) => {
            setOpen(undefined);
            tell(t(open === "new" ? "tables.added" : "tables.replaced", { name }));
            await reload();
          }}
        />
      )}
    </>
  );
}

function OneTable({ table }: { readonly table: ListedTable | undefined }) {
  const { t } = useTranslation();
  return (
    <>
      <Anchor component={Link} href="/tables" size="sm" c="dimmed">
        <Group gap={4} mb={4}>
          <IconArrowLeft size={14} />
          {t("tables.back")}
        </Group>
      </Anchor>
      {table === undefined ? (
        <Alert color="yellow">{t("tables.gone")}</Alert>
      ) : (
        <>
          <Title order={1} mb="md" style={{ overflowWrap: "anywhere" }}>
            {table.name}
          </Title>
          <TableRows table={table} />
        </>
      )}
    </>
  );
}
