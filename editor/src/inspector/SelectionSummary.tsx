import { ActionIcon, Button, Group, Tooltip } from "@mantine/core";
import { IconStack2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ActionId } from "../commands/action.ts";
import { findAction, isOffered, runAction } from "../commands/actions.ts";
import { alignActions } from "../commands/align-actions.ts";
import { EmptyState } from "../parts/EmptyState.tsx";
import { NamedIcon } from "../parts/icons.tsx";
import { useWorkplace } from "../workplace.tsx";

const offered: readonly ActionId[] = ["duplicate", "copy", "remove"];

/** Several steps have no form in common; what can be done with them is offered instead. */
export function SelectionSummary({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  const workplace = useWorkplace();
  return (
    <EmptyState icon={<IconStack2 size={24} stroke={1.75} />} title={t("inspector.selected", { count })}>
      <Group gap="xs" justify="center">
        {offered
          .filter((id) => isOffered(findAction(id), workplace))
          .map((id) => (
            <Button
              key={id}
              variant="default"
              size="xs"
              leftSection={<NamedIcon name={findAction(id).icon} size={14} />}
              onClick={() => runAction(findAction(id), workplace)}
            >
              {t(`actions.${id}`)}
            </Button>
          ))}
      </Group>
      <AlignButtons />
    </EmptyState>
  );
}

function AlignButtons() {
  const { t } = useTranslation();
  const workplace = useWorkplace();
  return (
    <Group gap={4} justify="center">
      {alignActions
        .filter((action) => isOffered(action, workplace))
        .map((action) => (
          <Tooltip key={action.id} label={t(`actions.${action.id}`)}>
            <ActionIcon
              aria-label={t(`actions.${action.id}`)}
              disabled={!action.enabled(workplace)}
              onClick={() => runAction(action, workplace)}
            >
              <NamedIcon name={action.icon} size={16} />
            </ActionIcon>
          </Tooltip>
        ))}
    </Group>
  );
}
