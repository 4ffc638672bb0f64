import { Anchor, Badge, Button, Table, Text } from "@mantine/core";
import { IconKey, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type ApiToken, peopleApi } from "../api/people.ts";
import { Arriving } from "../parts/Arriving.tsx";
import { confirm } from "../parts/confirm.tsx";
import { EmptyCard } from "../parts/EmptyCard.tsx";
import { ListTable } from "../parts/ListTable.tsx";
import { tell } from "../parts/notify.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { ToolButton } from "../parts/ToolButton.tsx";
import { ago } from "../parts/time.ts";
import { useLoaded } from "../parts/use-loaded.ts";
import { NewTokenDialog } from "./NewTokenDialog.tsx";

/** What lets programs in: one's own tokens, and an administrator sees everybody's. */
export default function TokensSection() {
  const { t } = useTranslation();
  const { value, error, reload } = useLoaded(peopleApi.tokens);
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <PageHead title={t("serverSettings.tokens.title")} text={t("serverSettings.tokens.text")}>
        <Button leftSection={<IconPlus size={16} />} onClick={() => setAdding(true)} flex="none">
          {t("serverSettings.tokens.add")}
        </Button>
      </PageHead>
      <Arriving isThere={value !== undefined} error={error} height={160} />
      {value?.tokens.length === 0 && (
        <EmptyCard
          icon={<IconKey size={24} />}
          title={t("serverSettings.tokens.emptyTitle")}
          text={t("serverSettings.tokens.emptyText")}
        >
          <Anchor href="/api/docs" target="_blank" size="sm">
            {t("serverSettings.tokens.docs")}
          </Anchor>
        </EmptyCard>
      )}
      {value !== undefined && value.tokens.length > 0 && <TokenTable tokens={value.tokens} reload={reload} />}
      {isAdding && <NewTokenDialog onClose={() => setAdding(false)} made={reload} />}
    </>
  );
}

function TokenTable({ tokens, reload }: { readonly tokens: readonly ApiToken[]; reload(): Promise<void> }) {
  const { t } = useTranslation();
  return (
    <ListTable
      label={t("serverSettings.tokens.title")}
      heads={[
        t("serverSettings.tokens.name"),
        t("serverSettings.tokens.role"),
        t("serverSettings.tokens.used"),
        t("serverSettings.tokens.end"),
      ]}
      hasActions
    >
      {tokens.map((token) => (
        <TokenRow key={token.id} token={token} reload={reload} />
      ))}
    </ListTable>
  );
}

function TokenRow({
  token: { id, name, role, owner, usedAt, expiresAt },
  reload,
}: {
  readonly token: ApiToken;
  reload(): Promise<void>;
}) {
  const { t } = useTranslation();
  const label = t("serverSettings.tokens.revoke", { name });
  const revoke = () =>
    confirm({
      title: t("serverSettings.tokens.revokeTitle", { name }),
      text: t("serverSettings.tokens.revokeText"),
      button: t("serverSettings.tokens.revokeConfirm"),
      async run() {
        await peopleApi.revokeToken(id);
        tell(t("serverSettings.tokens.revoked", { name }));
        await reload();
      },
    });
  return (
    <Table.Tr>
      <Table.Td>
        <Text size="md" fw={600}>
          {name}
        </Text>
        <Text size="sm" c="dimmed">
          {owner}
        </Text>
      </Table.Td>
      <Table.Td>
        <Badge variant="light">{t(`roles.${role}`)}</Badge>
      </Table.Td>
      <Table.Td>{usedAt === null ? t("serverSettings.tokens.never") : ago(usedAt)}</Table.Td>
      <Table.Td>{expiresAt === null ? t("serverSettings.tokens.forEver") : ago(expiresAt)}</Table.Td>
      <Table.Td ta="right">
        <ToolButton label={label} icon={IconTrash} onClick={revoke} />
      </Table.Td>
    </Table.Tr>
  );
}
