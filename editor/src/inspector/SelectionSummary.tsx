import { Button, Group } from "@mantine/core";
import { IconStack2 } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { ActionId } from "../commands/action.ts";
import { findAction, isOffered, runAction } from "../commands/actions.ts";
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
    </EmptyState>
  );
}
