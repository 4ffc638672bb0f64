import { ActionIcon, Menu, Tooltip } from "@mantine/core";
import { callFactNames } from "@ozflow/compiler";
import { IconBraces } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useDocument } from "../workplace.tsx";

/** What every call knows of itself, as expressions name it. */
const callFacts = callFactNames.map((fact) => `call.${fact}`);

export function InsertVariable({ onChoose }: { onChoose(name: string): void }) {
  const { t } = useTranslation();
  const variables = useDocument((state) => state.flow.variables);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t("stepForm.insertVariable")}>
          <ActionIcon size="sm" aria-label={t("stepForm.insertVariable")} onClick={(event) => event.preventDefault()}>
            <IconBraces size={15} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown mah={280} style={{ overflowY: "auto" }}>
        {variables.length > 0 && <Menu.Label>{t("stepForm.flowVariables")}</Menu.Label>}
        {variables.map(({ name }) => (
          <Menu.Item key={name} ff="monospace" onClick={() => onChoose(name)}>
            {name}
          </Menu.Item>
        ))}
        <Menu.Label>{t("stepForm.callFacts")}</Menu.Label>
        {callFacts.map((name) => (
          <Menu.Item key={name} ff="monospace" onClick={() => onChoose(name)}>
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
