import { ActionIcon, Menu, ScrollArea, Text, Tooltip } from "@mantine/core";
import { IconCheck, IconHistory } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDocument, useEditor } from "../workplace.tsx";
import classes from "./editor.module.css";

/** What was done, the newest first, with what was undone above it; a click leads back or forth to there. */
export function HistoryMenu() {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const isEmpty = useDocument(({ past, future }) => past.length + future.length === 0);
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" width={240}>
      <Menu.Target>
        <Tooltip label={t("doneList.title")} disabled={opened}>
          <ActionIcon size="lg" aria-label={t("doneList.title")} disabled={isEmpty}>
            <IconHistory size={18} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>{opened && <Steps />}</Menu.Dropdown>
    </Menu>
  );
}

function Steps() {
  const { t } = useTranslation();
  const { document } = useEditor();
  const past = useDocument((state) => state.past);
  const future = useDocument((state) => state.future);
  const all = [...past, ...future.toReversed()];
  return (
    <ScrollArea.Autosize mah={360} type="auto">
      {all
        .map(({ name }, index) => {
          const isNow = index === past.length - 1;
          const isUndone = index >= past.length;
          return (
            <Menu.Item
              // biome-ignore lint/suspicious/noArrayIndexKey: what was done is known by its place.
              key={index}
              className={classes.done}
              data-undone={isUndone || undefined}
              aria-current={isNow || undefined}
              rightSection={isNow && <IconCheck size={14} />}
              onClick={() => document.goTo(index + 1)}
            >
              {t(`changes.${name}`)}
            </Menu.Item>
          );
        })
        .toReversed()}
      <Menu.Item
        className={classes.done}
        rightSection={past.length === 0 && <IconCheck size={14} />}
        onClick={() => document.goTo(0)}
      >
        <Text size="sm" c="dimmed">
          {t("doneList.opened")}
        </Text>
      </Menu.Item>
    </ScrollArea.Autosize>
  );
}
