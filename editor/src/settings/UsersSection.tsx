import { Alert, Button, Paper, Skeleton, Table, VisuallyHidden } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { peopleApi } from "../api/people.ts";
import classes from "../pages/flows.module.css";
import { sentenceOf } from "../parts/notify.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import { useLoaded } from "../parts/use-loaded.ts";
import { NewUserDialog } from "./NewUserDialog.tsx";
import { UserRow } from "./UserRow.tsx";

/** Everybody who may sign in, with what they may do. */
export default function UsersSection() {
  const { t } = useTranslation();
  const { value, error, reload } = useLoaded(peopleApi.users);
  const [isAdding, setAdding] = useState(false);
  return (
    <>
      <PageHead title={t("serverSettings.users.title")} text={t("serverSettings.users.text")}>
        <Button leftSection={<IconUserPlus size={16} />} onClick={() => setAdding(true)} flex="none">
          {t("serverSettings.users.add")}
        </Button>
      </PageHead>
      {error !== undefined && <Alert color="red">{sentenceOf(error)}</Alert>}
      {value === undefined && error === undefined && <Skeleton height={160} radius="lg" />}
      {value !== undefined && (
        <Paper withBorder radius="lg" className={classes.table}>
          <Table aria-label={t("serverSettings.users.title")}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("serverSettings.users.name")}</Table.Th>
                <Table.Th>{t("serverSettings.users.role")}</Table.Th>
                <Table.Th>{t("serverSettings.users.since")}</Table.Th>
                <Table.Th>
                  <VisuallyHidden>{t("flows.actions")}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {value.users.map((user) => (
                <UserRow key={user.id} user={user} reload={reload} />
              ))}
            </Table.Tbody>
          </Table>
        </Paper>
      )}
      {isAdding && <NewUserDialog onClose={() => setAdding(false)} added={reload} />}
    </>
  );
}
