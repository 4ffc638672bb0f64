import { ActionIcon, Anchor, Group, Menu, Table } from "@mantine/core";
import { IconDots, IconDownload, IconRefresh, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { type ListedTable, tablesApi } from "../api/tables.ts";
import { confirm } from "../parts/confirm.tsx";
import { NameField } from "../parts/NameField.tsx";
import { tell, tellFault } from "../parts/notify.tsx";
import { ago } from "../parts/time.ts";
import { UsedBy } from "../parts/UsedBy.tsx";

interface Props {
  readonly table: ListedTable;
  readonly mayChange: boolean;
  replace(): void;
  reload(): Promise<void>;
}

/** A table: its name, what stands in it, who looks into it, and what can be done with it. */
export function TableRow({ table, mayChange, replace, reload }: Props) {
  const { t } = useTranslation();
  const { id, name, rows, keyColumn, usedBy } = table;
  const done = (work: Promise<unknown>, message: string) => work.then(() => tell(message), tellFault).then(reload);
  const remove = () => {
    // What is in use is refused by the server, in a sentence that names the flows; nobody need be asked before.
    if (usedBy.length > 0) return void tablesApi.remove(id).catch(tellFault);
    confirm({
      title: t("tables.deleteTitle", { name }),
      text: t("tables.deleteText"),
      button: t("tables.delete"),
      run: async () => {
        await tablesApi.remove(id);
        tell(t("tables.deleted", { name }));
        await reload();
      },
    });
  };
  return (
    <Table.Tr>
      <Table.Td miw={200}>
        <NameField
          label={t("tables.nameOf", { name })}
          name={name}
          readOnly={!mayChange}
          rename={(next) => void done(tablesApi.rename(table, next), t("tables.renamed", { name: next }))}
        />
      </Table.Td>
      <Table.Td>
        <Anchor component={Link} href={`/tables/${id}`} size="sm">
          {t("tables.rows", { count: rows, key: keyColumn })}
        </Anchor>
      </Table.Td>
      <Table.Td maw={240}>
        <UsedBy flows={usedBy} none={t("tables.unused")} />
      </Table.Td>
      <Table.Td>{ago(table.updatedAt)}</Table.Td>
      <Table.Td>
        <Group justify="flex-end">
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon variant="subtle" color="gray" aria-label={t("tables.more", { name })}>
                <IconDots size={18} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item
                component="a"
                href={tablesApi.csvPath(id)}
                download={`${name}.csv`}
                leftSection={<IconDownload size={16} />}
              >
                {t("tables.download")}
              </Menu.Item>
              {mayChange && (
                <>
                  <Menu.Item leftSection={<IconRefresh size={16} />} onClick={replace}>
                    {t("tables.replaceMenu")}
                  </Menu.Item>
                  <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={remove}>
                    {t("tables.delete")}
                  </Menu.Item>
                </>
              )}
            </Menu.Dropdown>
          </Menu>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
