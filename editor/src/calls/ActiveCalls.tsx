import { ActionIcon, Alert, Badge, Group, Menu, Skeleton, Table } from "@mantine/core";
import type { ActiveCall } from "@ozflow/compiler";
import {
  IconArrowsExchange,
  IconDots,
  IconMessageCircle,
  IconMicrophone,
  IconMusic,
  IconPhoneOff,
  IconPhonePause,
  IconPlayerPause,
  IconPlayerPlay,
} from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type CallOrder, pbxApi } from "../api/pbx.ts";
import { addTexts } from "../i18n.ts";
import { activeCalls as texts } from "../locales/active-calls.en.ts";
import { EmptyCard } from "../parts/EmptyCard.tsx";
import { ListTable } from "../parts/ListTable.tsx";
import classes from "../parts/list.module.css";
import { sentenceOf, tell, tellFault } from "../parts/notify.tsx";
import { ToolButton } from "../parts/ToolButton.tsx";
import { callClock } from "../parts/time.ts";
import { useLoaded } from "../parts/use-loaded.ts";
import { useMay } from "../session.tsx";
import { type AskedOrder, CallOrderDialog } from "./CallOrderDialog.tsx";
import { pbxTime, pbxWord } from "./pbx-words.ts";

addTexts({ activeCalls: texts });

const refreshMs = 2000;
const load = async () => (await pbxApi.activeCalls()).calls;

/** Every call on the phone system now, with what can be done to it. */
export function ActiveCalls() {
  const { t } = useTranslation();
  const { value: calls, error, reload } = useLoaded(load, refreshMs);
  const may = useMay();
  const [asking, setAsking] = useState<{ readonly call: ActiveCall; readonly order: AskedOrder }>();
  const command = async (call: ActiveCall, order: CallOrder): Promise<boolean> => {
    try {
      await pbxApi.command(call.callId, order);
      tell(t(`activeCalls.done.${order.order}`));
      return true;
    } catch (fault) {
      tellFault(fault);
      return false;
    } finally {
      await reload();
    }
  };
  if (error !== undefined) return <Alert color="red">{sentenceOf(error)}</Alert>;
  if (calls === undefined) return <Skeleton height={160} radius="lg" />;
  if (calls.length === 0) {
    return (
      <EmptyCard
        icon={<IconPhonePause size={24} />}
        title={t("activeCalls.emptyTitle")}
        text={t("activeCalls.emptyText")}
      />
    );
  }
  return (
    <>
      <ListTable
        label={t("calls.tabs.active")}
        heads={[t("pbxCall.from"), t("pbxCall.to"), t("calls.state"), t("activeCalls.talking"), t("pbxCall.began")]}
        hasActions
      >
        {calls.map((call) => (
          <Table.Tr key={call.callId}>
            <Table.Td fw={600}>{call.callerId || call.source || t("calls.unknown")}</Table.Td>
            <Table.Td>{call.destination}</Table.Td>
            <Table.Td>
              <Badge variant="light" color={isHeld(call) ? "yellow" : "harbour"}>
                {pbxWord("states", call.callState)}
              </Badge>
            </Table.Td>
            <Table.Td className={classes.number}>{callClock(call.talkSeconds * 1000)}</Table.Td>
            <Table.Td className={classes.number}>{pbxTime(call.startTime)}</Table.Td>
            <Table.Td>
              {may("holdCall") && (
                <Orders
                  call={call}
                  command={(order) => void command(call, order)}
                  ask={(order) => setAsking({ call, order })}
                />
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </ListTable>
      {asking !== undefined && (
        <CallOrderDialog
          order={asking.order}
          call={asking.call}
          onClose={() => setAsking(undefined)}
          command={(order) => command(asking.call, order)}
        />
      )}
    </>
  );
}

/** "Hold" in the lists of both generations. */
function isHeld(call: ActiveCall): boolean {
  return call.callState.toLowerCase().includes("hold");
}

function Orders({
  call,
  command,
  ask,
}: {
  readonly call: ActiveCall;
  command(order: CallOrder): void;
  ask(order: AskedOrder): void;
}) {
  const { t } = useTranslation();
  const hold = isHeld(call) ? "unhold" : "hold";
  return (
    <Group gap={2} wrap="nowrap" justify="flex-end">
      <ToolButton
        label={t(`activeCalls.orders.${hold}`)}
        icon={hold === "hold" ? IconPlayerPause : IconPlayerPlay}
        iconSize={17}
        onClick={() => command({ order: hold })}
      />
      <ToolButton
        label={t("activeCalls.orders.transfer")}
        icon={IconArrowsExchange}
        iconSize={17}
        onClick={() => ask("transfer")}
      />
      <ToolButton
        label={t("activeCalls.orders.hang-up")}
        icon={IconPhoneOff}
        iconSize={17}
        color="red"
        onClick={() => command({ order: "hang-up" })}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon aria-label={t("editor.more")}>
            <IconDots size={17} stroke={1.75} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item leftSection={<IconMessageCircle size={16} />} onClick={() => ask("speak")}>
            {t("activeCalls.orders.speak")}
          </Menu.Item>
          <Menu.Item leftSection={<IconMusic size={16} />} onClick={() => ask("play")}>
            {t("activeCalls.orders.play")}
          </Menu.Item>
          <Menu.Item
            leftSection={<IconMicrophone size={16} />}
            onClick={() => command({ order: "record", format: "mp3" })}
          >
            {t("activeCalls.orders.record")}
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </Group>
  );
}
