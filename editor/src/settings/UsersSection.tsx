import { Button } from "@mantine/core";
import { IconUserPlus } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { peopleApi } from "../api/people.ts";
import { Arriving } from "../parts/Arriving.tsx";
import { ListTable } from "../parts/ListTable.tsx";
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
      <Arriving isThere={value !== undefined} error={error} height={160} />
      {value !== undefined && (
        <ListTable
          label={t("serverSettings.users.title")}
          heads={[t("serverSettings.users.name"), t("serverSettings.users.role"), t("serverSettings.users.since")]}
          hasActions
        >
          {value.users.map((user) => (
            <UserRow key={user.id} user={user} reload={reload} />
          ))}
        </ListTable>
      )}
      {isAdding && <NewUserDialog onClose={() => setAdding(false)} added={reload} />}
    </>
  );
}
