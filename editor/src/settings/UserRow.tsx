import { ActionIcon, Badge, Group, Menu, Select, Table, Text } from "@mantine/core";
import { IconDots, IconKey, IconLock, IconLockOpen, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { type Account, peopleApi } from "../api/people.ts";
import { confirm } from "../parts/confirm.tsx";
import { tell, tellFault } from "../parts/notify.tsx";
import { ago } from "../parts/time.ts";
import { type Role, roles } from "../rights.ts";
import { useSession } from "../session.tsx";
import { showPassword } from "./show-password.ts";

/** Somebody, their role, and what can be done about them. Nobody takes away their own rights by a slip. */
export function UserRow({ user, reload }: { readonly user: Account; reload(): Promise<void> }) {
  const { t } = useTranslation();
  const me = useSession().user;
  const { id, name, email, role, active } = user;
  const isMe = me?.id === id;
  const change = (changed: { readonly role?: Role; readonly active?: boolean }, message: string) =>
    peopleApi
      .changeUser(id, changed)
      .then(() => tell(message))
      .catch(tellFault)
      .then(reload);
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap="xs">
          <Text size="md" fw={600}>
            {name}
          </Text>
          {isMe && <Mark>{t("serverSettings.users.you")}</Mark>}
          {!active && <Mark>{t("serverSettings.users.off")}</Mark>}
        </Group>
        <Text size="sm" c="dimmed">
          {email}
        </Text>
      </Table.Td>
      <Table.Td w={180}>
        {isMe || !active ? (
          t(`roles.${role}`)
        ) : (
          <Select
            aria-label={t("serverSettings.users.roleOf", { name })}
            data={roles.map((one) => ({ value: one, label: t(`roles.${one}`) }))}
            value={role}
            allowDeselect={false}
            onChange={(next) => {
              const chosen = roles.find((one) => one === next);
              if (chosen === undefined || chosen === role) return;
              const said = { name, role: t(`roles.${chosen}`) };
              void change({ role: chosen }, t("serverSettings.users.changedRole", said));
            }}
          />
        )}
      </Table.Td>
      <Table.Td>{ago(user.createdAt)}</Table.Td>
      <Table.Td ta="right">{!isMe && <UserMenu user={user} change={change} reload={reload} />}</Table.Td>
    </Table.Tr>
  );
}

function Mark({ children }: { readonly children: string }) {
  return (
    <Badge variant="light" color="gray" size="sm">
      {children}
    </Badge>
  );
}

function UserMenu({
  user: { id, name, active },
  change,
  reload,
}: {
  readonly user: Account;
  change(changed: { readonly active: boolean }, message: string): Promise<void>;
  reload(): Promise<void>;
}) {
  const { t } = useTranslation();
  const resetPassword = () =>
    confirm({
      title: t("serverSettings.users.resetTitle", { name }),
      text: t("serverSettings.users.resetText", { name }),
      button: t("serverSettings.users.resetPassword"),
      async run() {
        showPassword(t, name, (await peopleApi.resetPassword(id)).password);
      },
    });
  const remove = () =>
    confirm({
      title: t("serverSettings.users.removeTitle", { name }),
      text: t("serverSettings.users.removeText", { name }),
      button: t("serverSettings.users.remove"),
      async run() {
        await peopleApi.removeUser(id);
        tell(t("serverSettings.users.removed", { name }));
        await reload();
      },
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon aria-label={t("serverSettings.users.more", { name })}>
          <IconDots size={18} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconKey size={16} />} onClick={resetPassword}>
          {t("serverSettings.users.resetPassword")}
        </Menu.Item>
        {active ? (
          <Menu.Item
            leftSection={<IconLock size={16} />}
            onClick={() => void change({ active: false }, t("serverSettings.users.deactivated", { name }))}
          >
            {t("serverSettings.users.deactivate")}
          </Menu.Item>
        ) : (
          <Menu.Item
            leftSection={<IconLockOpen size={16} />}
            onClick={() => void change({ active: true }, t("serverSettings.users.activated", { name }))}
          >
            {t("serverSettings.users.activate")}
          </Menu.Item>
        )}
        <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={remove}>
          {t("serverSettings.users.remove")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
