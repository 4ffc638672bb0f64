import { Tabs } from "@mantine/core";
import { useDocumentTitle } from "@mantine/hooks";
import { useTranslation } from "react-i18next";
import { useLocation, useSearchParams } from "wouter";
import { ActiveCalls } from "../calls/ActiveCalls.tsx";
import { CallDrawer } from "../calls/CallDrawer.tsx";
import { CallHistory } from "../calls/CallHistory.tsx";
import { FlowCalls } from "../calls/FlowCalls.tsx";
import { Recordings } from "../calls/Recordings.tsx";
import { addTexts } from "../i18n.ts";
import { calls } from "../locales/calls.en.ts";
import { AppHeader } from "../parts/AppHeader.tsx";
import { PageHead } from "../parts/PageHead.tsx";
import classes from "./flows.module.css";

addTexts({ calls });

const tabs = ["flows", "recordings", "active", "history"] as const;

/** Calls of our flows, and those of the whole phone system: now, and before. */
export default function CallsPage({ callId }: { readonly callId: string | undefined }) {
  const { t } = useTranslation();
  const [, navigate] = useLocation();
  const [search, setSearch] = useSearchParams();
  useDocumentTitle(t("pageTitle", { page: t("calls.title") }));
  const open = tabs.find((tab) => tab === search.get("tab")) ?? "flows";
  // Always named: an empty search would leave the address as it is. What else stands in it (the flow) stays.
  const choose = (tab: string | null) =>
    setSearch(
      (now) => new URLSearchParams([...now].filter(([key]) => key !== "tab").concat([["tab", tab ?? "flows"]])),
    );
  return (
    <>
      <AppHeader />
      <main className={classes.page}>
        <PageHead title={t("calls.title")} />
        <Tabs value={open} onChange={choose} keepMounted={false}>
          <Tabs.List mb="md">
            {tabs.map((tab) => (
              <Tabs.Tab key={tab} value={tab}>
                {t(`calls.tabs.${tab}`)}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          <Tabs.Panel value="flows">
            <FlowCalls open={(id) => navigate(`/calls/${id}`)} />
          </Tabs.Panel>
          <Tabs.Panel value="recordings">
            <Recordings />
          </Tabs.Panel>
          <Tabs.Panel value="active">
            <ActiveCalls />
          </Tabs.Panel>
          <Tabs.Panel value="history">
            <CallHistory />
          </Tabs.Panel>
        </Tabs>
      </main>
      <CallDrawer callId={callId} onClose={() => navigate("/calls")} />
    </>
  );
}
