import { Button, Group, Input, SegmentedControl, Stack, Textarea, TextInput } from "@mantine/core";
import type { ActiveCall } from "@ozflow/compiler";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { CallOrder } from "../api/pbx.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { PhoneInput } from "../parts/PhoneInput.tsx";

/** Orders that need something told before they can be done. */
export type AskedOrder = Extract<CallOrder["order"], "transfer" | "speak" | "play">;

/** Asks for what an order needs: where to transfer, what to say, what to play. Stays open when the phone system refuses. */
export function CallOrderDialog({
  order,
  call,
  command,
  onClose,
}: {
  readonly order: AskedOrder;
  readonly call: ActiveCall;
  /** Says whether it was done. */
  command(order: CallOrder): Promise<boolean>;
  onClose(): void;
}) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [transferor, setTransferor] = useState<"caller" | "callee">("callee");
  const [busy, setBusy] = useState(false);
  const orders: Readonly<Record<AskedOrder, CallOrder>> = {
    transfer: { order: "transfer", target: text.trim(), transferor },
    speak: { order: "speak", text },
    play: { order: "play", file: text.trim() },
  };
  const send = async () => {
    setBusy(true);
    const done = await command(orders[order]);
    setBusy(false);
    if (done) onClose();
  };
  const field = { label: t(`activeCalls.asked.${order}`), value: text, "data-autofocus": true };
  const sides = { caller: call.callerId || call.source, callee: call.destination };
  return (
    <Dialog onClose={onClose} size="sm" title={t(`activeCalls.orders.${order}`)}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <Stack>
          {order === "transfer" && (
            <>
              <PhoneInput {...field} onChange={setText} />
              <Input.Wrapper label={t("activeCalls.transferor")} labelElement="div">
                <SegmentedControl
                  fullWidth
                  mt={4}
                  aria-label={t("activeCalls.transferor")}
                  value={transferor}
                  onChange={setTransferor}
                  data={(["callee", "caller"] as const).map((side) => ({
                    value: side,
                    label: t(`activeCalls.sides.${side}`, { number: sides[side] }),
                  }))}
                />
              </Input.Wrapper>
            </>
          )}
          {order === "speak" && (
            <Textarea
              {...field}
              autosize
              minRows={2}
              maxLength={2000}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          )}
          {order === "play" && (
            <TextInput {...field} maxLength={2000} onChange={(event) => setText(event.currentTarget.value)} />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={busy} disabled={text.trim() === ""}>
              {t(`activeCalls.confirm.${order}`)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
