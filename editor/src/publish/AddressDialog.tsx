import { Button, Divider, Group, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { addTexts } from "../i18n.ts";
import { address as texts } from "../locales/address.en.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { useWorkplace } from "../workplace.tsx";
import { CallbackAddress } from "./CallbackAddress.tsx";
import { RenewAddress } from "./RenewAddress.tsx";

addTexts({ address: texts });

/** Where callers of the flow come in, at any time after it was published. */
export default function AddressDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { editor, may, publishedStore } = useWorkplace();
  const published = useStore(publishedStore, (state) => state.published);
  return (
    <Dialog onClose={onClose} size="lg" title={t("actions.address")}>
      <Stack>
        {published === undefined ? (
          <Text size="sm">{t("address.none")}</Text>
        ) : (
          <>
            <CallbackAddress url={published.callbackUrl} />
            {may("renewKey") && (
              <>
                <Divider />
                <RenewAddress
                  flowId={editor.flowId}
                  renewed={(callbackUrl) => publishedStore.setState({ published: { ...published, callbackUrl } })}
                />
              </>
            )}
          </>
        )}
        <Group justify="flex-end">
          <Button onClick={onClose}>{t("publish.close")}</Button>
        </Group>
      </Stack>
    </Dialog>
  );
}
