import { ActionIcon, Button, Group, Tooltip } from "@mantine/core";
import { IconStack2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ActionId } from "../commands/action.ts";
import { findAction, isOffered, runAction } from "../commands/actions.ts";
import { alignActions } from "../commands/align-actions.ts";
import { ActionPicture } from "../parts/ActionPicture.tsx";
import { EmptyState } from "../parts/EmptyState.tsx";
import { useWorkplace } from "../workplace.tsx";

const offered: readonly ActionId[] = ["duplicate", "copy", "remove"];

/** Several steps have no form in common; what can be done with them is offered instead. */
export function SelectionSummary({ count }: { readonly count: number }) {
  const { t } = useTranslation();
  const workplace = useWorkplace();
  return (
    <EmptyState icon={<IconStack2 size={24} stroke={1.75} />} title={t("inspector.selected", { count })}>
      <Group gap={6} justify="center" wrap="nowrap">
        {offered
          .filter((id) => isOffered(findAction(id), workplace))
          .map((id) => (
            <Button
              key={id}
              variant="default"
              size="compact-sm"
              leftSection={<ActionPicture action={findAction(id)} size={14} />}
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
              <ActionPicture action={action} size={16} />
            </ActionIcon>
          </Tooltip>
        ))}
    </Group>
  );
}
