import { ActionIcon, Center, Loader, Tabs, Tooltip } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { lazy, Suspense, useRef } from "react";
import { useTranslation } from "react-i18next";
import { findAction } from "../commands/actions.ts";
import type { PanelName } from "../model/view-store.ts";
import { NamedIcon } from "../parts/icons.tsx";
import { ProblemsPanel } from "../problems/ProblemsPanel.tsx";
import { useEditor, useView } from "../workplace.tsx";
import classes from "./editor.module.css";
import { ProblemCount } from "./ProblemCount.tsx";

const PreviewPanel = lazy(() => import("../preview/PreviewPanel.tsx"));
const PhonePanel = lazy(() => import("../phone/PhonePanel.tsx"));

const panels: Readonly<Record<PanelName, React.ComponentType>> = {
  problems: ProblemsPanel,
  preview: PreviewPanel,
  phone: PhonePanel,
};
const names: readonly PanelName[] = ["problems", "preview", "phone"];

/** Below the canvas: problems, the documents, a phone. Closed, it gives its room to the canvas. */
export function BottomPanel() {
  const { t } = useTranslation();
  const { view } = useEditor();
  const open = useView((state) => state.panel);
  // A call goes on while the author looks at something else.
  const phoned = useRef(false);
  phoned.current = open === "phone" || (open !== undefined && phoned.current);
  if (open === undefined) return null;
  const mounted = names.filter((name) => name === open || (name === "phone" && phoned.current));
  return (
    <Tabs
      className={classes.panel}
      value={open}
      onChange={(name) => view.setState({ panel: names.find((one) => one === name) })}
    >
      <Tabs.List className={classes.tabs}>
        {names.map((name) => (
          <Tabs.Tab
            key={name}
            value={name}
            leftSection={<NamedIcon name={findAction(name).icon} />}
            rightSection={name === "problems" && <ProblemCount />}
          >
            {t(`panels.${name}`)}
          </Tabs.Tab>
        ))}
        <Tooltip label={t("panels.close")}>
          <ActionIcon
            ml="auto"
            my="auto"
            mr="xs"
            aria-label={t("panels.close")}
            onClick={() => view.setState({ panel: undefined })}
          >
            <IconX size={16} />
          </ActionIcon>
        </Tooltip>
      </Tabs.List>
      {mounted.map((name) => {
        const Panel = panels[name];
        return (
          <Tabs.Panel key={name} value={name} keepMounted className={classes.panelBody}>
            <Suspense
              fallback={
                <Center h="100%">
                  <Loader type="dots" />
                </Center>
              }
            >
              <Panel />
            </Suspense>
          </Tabs.Panel>
        );
      })}
    </Tabs>
  );
}
