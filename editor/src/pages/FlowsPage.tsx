import {
  ActionIcon,
  Alert,
  Badge,
  Button,
  FileButton,
  Group,
  Paper,
  Skeleton,
  Stack,
  Table,
  Tooltip,
} from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { IconPlus, IconSitemap, IconTrash, IconUpload } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link, useLocation } from "wouter";
import { api } from "../api/client.ts";
import type { FlowListItem } from "../api/types.ts";
import { FileDrop } from "../import/FileDrop.tsx";
import { AppHeader } from "../parts/AppHeader.tsx";
import { confirm } from "../parts/confirm.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { ListTable } from "../parts/ListTable.tsx";
import lists from "../parts/list.module.css";
import { sentenceOf, tell } from "../parts/notify.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { ago } from "../parts/time.ts";
import { useLoaded } from "../parts/use-loaded.ts";
import { useMay } from "../session.tsx";
import classes from "./flows.module.css";
import { NewFlowDialog } from "./NewFlowDialog.tsx";
import { TemplateGallery } from "./TemplateGallery.tsx";
import { useCreateFlow } from "./use-create-flow.ts";
import { useImport } from "./use-import.tsx";

const loadFlows = async () => (await api.flows()).flows;

export function FlowsPage() {
  const { t } = useTranslation();
  const { value: flows, error, reload } = useLoaded(loadFlows);
  const [choosing, setChoosing] = useState(false);
  const create = useCreateFlow();
  const may = useMay();
  useDocumentTitle(t("pageTitle", { page: t("flows.title") }));

  const importFiles = useImport();

  return (
    <FileDrop onDrop={may("createFlow") ? (files) => void importFiles(files) : undefined}>
      <AppHeader />
      <main className={classes.page}>
        <PageHead title={t("flows.title")}>
          {may("createFlow") && (
            <Group gap="xs">
              <FileButton multiple onChange={(files) => void importFiles(files)} accept=".json,.ozml,.xml,.zip">
                {(props) => (
                  <Button variant="default" leftSection={<IconUpload size={16} />} {...props}>
                    {t("flows.import")}
                  </Button>
                )}
              </FileButton>
              <Button leftSection={<IconPlus size={16} />} onClick={() => setChoosing(true)}>
                {t("flows.new")}
              </Button>
            </Group>
          )}
        </PageHead>
        {error !== undefined && <Alert color="red">{sentenceOf(error)}</Alert>}
        {flows === undefined && error === undefined && <FlowsSkeleton />}
        {flows?.length === 0 && (
          <Paper withBorder radius="lg" p="lg">
            {may("createFlow") ? (
              <>
                <EmptyState
                  icon={<IconSitemap size={24} />}
                  title={t("flows.emptyTitle")}
                  text={t("flows.emptyText")}
                />
                <TemplateGallery onChoose={(flow) => void create(flow)} />
              </>
            ) : (
              <EmptyState icon={<IconSitemap size={24} />} title={t("flows.noneTitle")} text={t("flows.noneText")} />
            )}
          </Paper>
        )}
        {flows !== undefined && flows.length > 0 && <FlowTable flows={flows} reload={reload} />}
      </main>
      <NewFlowDialog opened={choosing} onClose={() => setChoosing(false)} />
    </FileDrop>
  );
}

function FlowTable({ flows, reload }: { readonly flows: readonly FlowListItem[]; reload(): Promise<void> }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const may = useMay();
  return (
    <ListTable
      label={t("flows.title")}
      heads={[
        t("flows.name"),
        { title: t("flows.steps"), className: lists.count },
        t("flows.state"),
        t("flows.changed"),
      ]}
      hasActions
      highlightOnHover
    >
      {flows.map((flow) => (
        <Table.Tr key={flow.id} className={lists.row} onClick={() => navigate(`/flows/${flow.id}`)}>
          <Table.Td>
            <Link href={`/flows/${flow.id}`} className={lists.name} onClick={(event) => event.stopPropagation()}>
              {flow.name}
            </Link>
          </Table.Td>
          <Table.Td className={lists.count}>{flow.steps}</Table.Td>
          <Table.Td>
            <PublishedBadge flow={flow} />
          </Table.Td>
          <Table.Td>{ago(flow.updatedAt)}</Table.Td>
          <Table.Td ta="right">{may("deleteFlow") && <DeleteButton flow={flow} reload={reload} />}</Table.Td>
        </Table.Tr>
      ))}
    </ListTable>
  );
}

function PublishedBadge({ flow }: { readonly flow: FlowListItem }) {
  const { t } = useTranslation();
  if (flow.published === null) {
    return (
      <Badge variant="light" color="gray">
        {t("flows.draft")}
      </Badge>
    );
  }
  return (
    <Tooltip label={ago(flow.published.publishedAt)}>
      <Badge variant="light">{t("flows.published", { revision: flow.published.revision })}</Badge>
    </Tooltip>
  );
}

function DeleteButton({ flow, reload }: { readonly flow: FlowListItem; reload(): Promise<void> }) {
  const { t } = useTranslation();
  const label = t("flows.delete", { name: flow.name });
  const ask = () =>
    confirm({
      title: t("flows.deleteTitle", { name: flow.name }),
      text: flow.published === null ? t("flows.deleteText") : t("flows.deletePublishedText"),
      button: t("flows.deleteConfirm"),
      async run() {
        await api.deleteFlow(flow.id);
        tell(t("flows.deleted", { name: flow.name }));
        await reload();
      },
    });
  return (
    <Tooltip label={label}>
      <ActionIcon
        aria-label={label}
        onClick={(event) => {
          event.stopPropagation();
          ask();
        }}
      >
        <IconTrash size={16} stroke={1.75} />
      </ActionIcon>
    </Tooltip>
  );
}

function FlowsSkeleton() {
  return (
    <Stack gap="xs" aria-hidden>
      {[1, 2, 3, 4].map((row) => (
        <Skeleton key={row} height={48} radius="md" />
      ))}
    </Stack>
  );
}
