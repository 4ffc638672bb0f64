import { Button, Group, Select, TextInput } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import { IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Arriving } from "../parts/Arriving.tsx";
import { EmptyCard } from "../parts/EmptyCard.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { AuditTable } from "./AuditTable.tsx";
import { auditActions } from "./audit-subject.ts";
import { useAuditLog } from "./use-audit-log.ts";

/** Milliseconds after the last key before the server is asked. */
const quietMs = 350;

/** Who did what, when and from where; the newest first. */
export default function AuditSection() {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const [who, setWho] = useState("");
  const [asked] = useDebouncedValue(who.trim(), quietMs);
  const action = auditActions.find((one) => one === chosen);
  const { entries, error, hasMore, readMore } = useAuditLog(action, asked);
  return (
    <>
      <PageHead title={t("serverSettings.audit.title")} text={t("serverSettings.audit.text")} />
      <Group gap="sm" mb="md" align="flex-end" role="search" aria-label={t("serverSettings.audit.filter")}>
        <Select
          w={240}
          label={t("serverSettings.audit.action")}
          placeholder={t("calls.anyState")}
          clearable
          searchable
          data={auditActions.map((one) => ({ value: one, label: t(`serverSettings.audit.actions.${one}`) }))}
          value={chosen}
          onChange={setChosen}
        />
        <TextInput
          w={260}
          label={t("serverSettings.audit.who")}
          placeholder={t("serverSettings.audit.whoExample")}
          value={who}
          onChange={(event) => setWho(event.currentTarget.value)}
        />
      </Group>
      <Arriving isThere={entries !== undefined} error={error} height={320} />
      {entries?.length === 0 && error === undefined && (
        <EmptyCard icon={<IconHistory size={24} />} title={t("serverSettings.audit.emptyTitle")} />
      )}
      {entries !== undefined && entries.length > 0 && <AuditTable entries={entries} />}
      {hasMore && (
        <Group justify="center" mt="md">
          <Button variant="default" onClick={() => void readMore()}>
            {t("serverSettings.audit.older")}
          </Button>
        </Group>
      )}
    </>
  );
}
