import { Stack, Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { addTexts } from "../../i18n.ts";
import { callSetup as texts } from "../../locales/call-setup.en.ts";
import { Dialog } from "../../parts/Dialog.tsx";
import type { PhoneCallStore } from "../phone-call.ts";
import { CallFactFields } from "./CallFactFields.tsx";
import { DialectFields } from "./DialectFields.tsx";
import { MockFields } from "./MockFields.tsx";

addTexts({ callSetup: texts });

/** All that is settled before a call: who calls and when, what web servers answer, how the manual is read. */
export default function CallSetupDialog({ call, onClose }: { readonly call: PhoneCallStore; onClose(): void }) {
  const { t } = useTranslation();
  const setup = useStore(call, (state) => state.setup);
  const read = Object.keys(setup.dialect ?? {}).length;
  return (
    <Dialog onClose={onClose} size="lg" title={t("callSetup.title")}>
      <Tabs defaultValue="call" keepMounted={false}>
        <Tabs.List mb="md">
          <Tabs.Tab value="call">{t("callSetup.call")}</Tabs.Tab>
          <Tabs.Tab value="web">{t("callSetup.web", { count: setup.mocks.length })}</Tabs.Tab>
          <Tabs.Tab value="manual">{t("callSetup.manual", { count: read })}</Tabs.Tab>
        </Tabs.List>
        <Stack mih={320}>
          <Tabs.Panel value="call">
            <CallFactFields setup={setup} onChange={call.setUp} />
          </Tabs.Panel>
          <Tabs.Panel value="web">
            <MockFields mocks={setup.mocks} onChange={(mocks) => call.setUp({ mocks })} />
          </Tabs.Panel>
          <Tabs.Panel value="manual">
            <DialectFields dialect={setup.dialect ?? {}} onChange={(dialect) => call.setUp({ dialect })} />
          </Tabs.Panel>
        </Stack>
      </Tabs>
    </Dialog>
  );
}
