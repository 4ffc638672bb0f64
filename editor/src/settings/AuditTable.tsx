import { Anchor, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import type { AuditEntry } from "../api/audit.ts";
import { addTexts } from "../i18n.ts";
import { activeCalls } from "../locales/active-calls.en.ts";
import { calls } from "../locales/calls.en.ts";
import { ListTable } from "../parts/ListTable.tsx";
import classes from "../parts/list.module.css";
import { clockTime } from "../parts/time.ts";
import { auditSubject } from "./audit-subject.ts";

// What is said of calls is said in the words of their own page.
addTexts({ activeCalls, calls });

export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }) {
  const { t } = useTranslation();
  return (
    <ListTable
      label={t("serverSettings.audit.title")}
      heads={[
        t("calls.when"),
        t("serverSettings.audit.who"),
        t("serverSettings.audit.action"),
        { title: t("serverSettings.audit.subject"), width: "22%" },
        t("serverSettings.audit.address"),
      ]}
    >
      {entries.map((entry) => (
        <Table.Tr key={entry.id}>
          <Table.Td className={classes.number}>{clockTime(entry.at)}</Table.Td>
          <Table.Td>
            {entry.who || t("serverSettings.audit.nobody")}
            {entry.token !== null && (
              <Text size="xs" c="dimmed">
                {t("serverSettings.audit.byToken", { token: entry.token })}
              </Text>
            )}
          </Table.Td>
          <Table.Td fw={600}>{t(`serverSettings.audit.actions.${entry.action}`)}</Table.Td>
          <Table.Td className={classes.words}>
            <Subject of={entry} />
          </Table.Td>
          <Table.Td className={classes.number}>{entry.address}</Table.Td>
        </Table.Tr>
      ))}
    </ListTable>
  );
}

function Subject({ of: entry }: { readonly of: AuditEntry }) {
  const { t } = useTranslation();
  const { flow, text } = auditSubject(entry, t);
  return (
    <>
      {flow !== undefined && (
        <Anchor underline="always" component={Link} href={`/flows/${flow.id}`} size="sm">
          {flow.name}
        </Anchor>
      )}
      {flow !== undefined && text !== "" && ", "}
      {text}
    </>
  );
}
