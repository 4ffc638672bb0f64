import { Button, Group, Table, Text } from "@mantine/core";
import { IconLock, IconPencil, IconPlus, IconTrash } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type NamedSecret, securityApi } from "../api/security.ts";
import { Arriving } from "../parts/Arriving.tsx";
import { confirm } from "../parts/confirm.tsx";
import { EmptyCard } from "../parts/EmptyCard.tsx";
import { ListTable } from "../parts/ListTable.tsx";
import { tell } from "../parts/notify.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { ToolButton } from "../parts/ToolButton.tsx";
import { ago } from "../parts/time.ts";
import { useLoaded } from "../parts/use-loaded.ts";
import { useMay } from "../session.tsx";
import { SecretDialog } from "./SecretDialog.tsx";

/** Names of secrets. What they are is never shown again; they can only be replaced. */
export default function SecretsSection() {
  const { t } = useTranslation();
  const mayChange = useMay()("setSecret");
  const { value, error, reload } = useLoaded(securityApi.secrets);
  /** The name of the one that is being replaced; empty: a new one. */
  const [storing, setStoring] = useState<string>();
  return (
    <>
      <PageHead title={t("serverSettings.secrets.title")} text={t("serverSettings.secrets.text")}>
        {mayChange && (
          <Button leftSection={<IconPlus size={16} />} onClick={() => setStoring("")} flex="none">
            {t("serverSettings.secrets.add")}
          </Button>
        )}
      </PageHead>
      <Arriving isThere={value !== undefined} error={error} height={160} />
      {value?.secrets.length === 0 && (
        <EmptyCard
          icon={<IconLock size={24} />}
          title={t("serverSettings.secrets.emptyTitle")}
          text={t("serverSettings.secrets.emptyText")}
        />
      )}
      {value !== undefined && value.secrets.length > 0 && (
        <ListTable
          label={t("serverSettings.secrets.title")}
          heads={[t("serverSettings.secrets.name"), t("serverSettings.secrets.stored")]}
          hasActions
        >
          {value.secrets.map((secret) => (
            <Table.Tr key={secret.name}>
              <Table.Td>
                <Text size="md" fw={600} ff="monospace">
                  {secret.name}
                </Text>
              </Table.Td>
              <Table.Td>{ago(secret.updatedAt)}</Table.Td>
              <Table.Td>
                {mayChange && <SecretButtons secret={secret} replace={() => setStoring(secret.name)} reload={reload} />}
              </Table.Td>
            </Table.Tr>
          ))}
        </ListTable>
      )}
      {storing !== undefined && <SecretDialog name={storing} onClose={() => setStoring(undefined)} stored={reload} />}
    </>
  );
}

function SecretButtons({
  secret: { name },
  replace,
  reload,
}: {
  readonly secret: NamedSecret;
  replace(): void;
  reload(): Promise<void>;
}) {
  const { t } = useTranslation();
  const remove = () =>
    confirm({
      title: t("serverSettings.secrets.deleteTitle", { name }),
      text: t("serverSettings.secrets.deleteText"),
      button: t("serverSettings.secrets.deleteConfirm"),
      async run() {
        await securityApi.deleteSecret(name);
        tell(t("serverSettings.secrets.deleted", { name }));
        await reload();
      },
    });
  const buttons = [
    { label: t("serverSettings.secrets.replace", { name }), icon: IconPencil, run: replace },
    { label: t("serverSettings.secrets.delete", { name }), icon: IconTrash, run: remove },
  ];
  return (
    <Group gap={2} justify="flex-end" wrap="nowrap">
      {buttons.map(({ label, icon, run }) => (
        <ToolButton key={label} label={label} icon={icon} onClick={run} />
      ))}
    </Group>
  );
}
