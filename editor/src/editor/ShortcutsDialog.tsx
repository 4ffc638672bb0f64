import { Group, Stack, Switch, Text, Title } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Action, actionGroups } from "../commands/action.ts";
import { actions, isOffered } from "../commands/actions.ts";
import { areSingleKeysOn, switchSingleKeys } from "../commands/single-keys.ts";
import { addTexts } from "../i18n.ts";
import { shortcuts as texts } from "../locales/shortcuts.en.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { Shortcut } from "../parts/Shortcut.tsx";
import { useWorkplace } from "../workplace.tsx";
import classes from "./editor.module.css";

addTexts({ shortcuts: texts });

const outlineKeys = {
  move: "↑ ↓",
  fold: "← →",
  ends: "Home End",
  letters: "A–Z",
  enter: "Enter",
  menu: "Shift+F10",
} as const;
const outlineKeyNames = ["move", "fold", "ends", "letters", "enter", "menu"] as const;

/** Every key there is, from the list of actions. */
export default function ShortcutsDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const workplace = useWorkplace();
  const [single, setSingle] = useState(areSingleKeysOn);
  const offered = actions.filter((action) => action.shortcuts.length > 0 && isOffered(action, workplace));
  return (
    <Dialog onClose={onClose} size="xl" title={t("actions.shortcuts")}>
      <Stack>
        <Switch
          label={t("shortcuts.single")}
          description={t("shortcuts.singleHelp")}
          checked={single}
          onChange={(event) => {
            switchSingleKeys(event.currentTarget.checked);
            setSingle(event.currentTarget.checked);
          }}
        />
        <div className={classes.keys}>
          {actionGroups.map((group) => (
            <Keys key={group} title={t(`shortcuts.groups.${group}`)}>
              {offered
                .filter((action) => action.group === group)
                .map((action) => (
                  <Line key={action.id} title={t(`actions.${action.id}`)} keys={action.shortcuts} />
                ))}
            </Keys>
          ))}
          <Keys title={t("shortcuts.groups.outline")}>
            {outlineKeyNames.map((name) => (
              <Line key={name} title={t(`shortcuts.outline.${name}`)} keys={outlineKeys[name].split(" ")} />
            ))}
          </Keys>
        </div>
      </Stack>
    </Dialog>
  );
}

function Keys({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section aria-label={title}>
      <Title order={3} mb={4}>
        {title}
      </Title>
      <Stack gap={4}>{children}</Stack>
    </section>
  );
}

function Line({ title, keys }: { readonly title: string; readonly keys: Action["shortcuts"] }) {
  return (
    <Group justify="space-between" wrap="nowrap">
      <Text size="sm">{title}</Text>
      <Group gap="xs" wrap="nowrap">
        {keys.map((one) => (
          <Shortcut key={one} keys={one} />
        ))}
      </Group>
    </Group>
  );
}
