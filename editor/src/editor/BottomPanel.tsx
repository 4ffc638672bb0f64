import { Center, Loader, Tabs } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { lazy, Suspense, useRef } from "react";
import { useTranslation } from "react-i18next";
import { findAction } from "../commands/actions.ts";
import type { PanelName } from "../model/view-store.ts";
import { ActionPicture } from "../parts/ActionPicture.tsx";
import { ToolButton } from "../parts/ToolButton.tsx";
import { useEditor, useView } from "../workplace.tsx";
import classes from "./editor.module.css";
import { ProblemCount } from "./ProblemCount.tsx";

const OutlinePanel = lazy(() => import("../outline/OutlinePanel.tsx"));
const ProblemsPanel = lazy(() => import("../problems/ProblemsPanel.tsx"));
const PreviewPanel = lazy(() => import("../preview/PreviewPanel.tsx"));
const ProofsPanel = lazy(() => import("../proofs/ProofsPanel.tsx"));
const TestsPanel = lazy(() => import("../tests/TestsPanel.tsx"));
const PhonePanel = lazy(() => import("../phone/PhonePanel.tsx"));

const panels: Readonly<Record<PanelName, React.ComponentType>> = {
  outline: OutlinePanel,
  problems: ProblemsPanel,
  proofs: ProofsPanel,
  preview: PreviewPanel,
  phone: PhonePanel,
  tests: TestsPanel,
};
const names: readonly PanelName[] = ["outline", "problems", "proofs", "preview", "phone", "tests"];

/** Below the canvas: problems, the documents, a phone. Closed, it gives its room to the canvas. */
export default function BottomPanel() {
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
      data-region="panel"
      tabIndex={-1}
      value={open}
      onChange={(name) => view.setState({ panel: names.find((one) => one === name) })}
    >
      <div className={classes.tabBar}>
        <Tabs.List className={classes.tabs}>
          {names.map((name) => (
            <Tabs.Tab
              key={name}
              value={name}
              className={classes.tab}
              leftSection={<ActionPicture action={findAction(name)} />}
              rightSection={name === "problems" && <ProblemCount />}
            >
              {t(`panels.${name}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <ToolButton
          label={t("panels.close")}
          icon={IconX}
          ml="auto"
          my="auto"
          mr="xs"
          onClick={() => view.setState({ panel: undefined })}
        />
      </div>
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
