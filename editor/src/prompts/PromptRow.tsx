import { ActionIcon, FileButton, Group, Menu, Table, Text } from "@mantine/core";
import { IconDots, IconRefresh, IconTrash } from "@tabler/icons-react";
import { lazy, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { type ListedPrompt, promptsApi } from "../api/prompts.ts";
import { NameField } from "../parts/NameField.tsx";
import { tell, tellFault } from "../parts/notify.tsx";
import { UsedBy } from "../parts/UsedBy.tsx";
import { useMay } from "../session.tsx";
import classes from "./prompts.module.css";
import { soundFacts } from "./sound-facts.ts";

const Waveform = lazy(() => import("./Waveform.tsx"));

/** A sound: its name, how it sounds, what it is, who plays it, and what can be done with it. */
export function PromptRow({ prompt, reload }: { readonly prompt: ListedPrompt; reload(): Promise<void> }) {
  const { t } = useTranslation();
  const { id, name, path, usedBy } = prompt;
  const mayChange = useMay()("addPrompt");
  const done = (work: Promise<unknown>, message?: string) =>
    work.then(() => message !== undefined && tell(message), tellFault).then(reload);
  const replace = (file: File | null) =>
    file !== null && void done(promptsApi.replace(id, file), t("prompts.replaced", { name }));
  return (
    <Table.Tr>
      <Table.Td miw={180}>
        <NameField
          label={t("prompts.nameOf", { name })}
          name={name}
          readOnly={!mayChange}
          rename={(next) => void done(promptsApi.rename(id, next))}
        />
        <Text size="xs" c="dimmed">
          {soundFacts(prompt, t)}
        </Text>
      </Table.Td>
      <Table.Td w="40%">
        <Suspense>
          <Waveform path={path} name={name} />
        </Suspense>
      </Table.Td>
      <Table.Td className={classes.used}>
        <UsedBy flows={usedBy} none={t("prompts.unused")} />
      </Table.Td>
      <Table.Td>
        {mayChange && (
          <Group justify="flex-end">
            <FileButton accept="audio/*,.wav,.mp3" onChange={replace}>
              {(button) => (
                <Menu position="bottom-end" keepMounted>
                  <Menu.Target>
                    <ActionIcon variant="subtle" color="gray" aria-label={t("prompts.more", { name })}>
                      <IconDots size={18} />
                    </ActionIcon>
                  </Menu.Target>
                  <Menu.Dropdown>
                    <Menu.Item leftSection={<IconRefresh size={16} />} onClick={button.onClick}>
                      {t("prompts.replace")}
                    </Menu.Item>
                    <Menu.Item
                      color="red"
                      leftSection={<IconTrash size={16} />}
                      onClick={() => void done(promptsApi.remove(id), t("prompts.deleted", { name }))}
                    >
                      {t("prompts.delete")}
                    </Menu.Item>
                  </Menu.Dropdown>
                </Menu>
              )}
            </FileButton>
          </Group>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
