import { Alert, Button, Group, Input, SegmentedControl, Stack, Text } from "@mantine/core";
import { IconPlugConnected } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type ConnectionTest,
  type OzekiSystem,
  phoneSystemApi,
  type SetPhoneSystem,
  type WrittenPhoneSystem,
} from "../api/phone-system.ts";
import { sayWords } from "../model/say.ts";
import { tell } from "../parts/notify.tsx";
import { useAttempt } from "../parts/use-attempt.tsx";
import { OzekiFields } from "./OzekiFields.tsx";

const emptySystem: OzekiSystem = {
  kind: "ozeki",
  url: "",
  generation: "new",
  user: "",
  apiExtension: "",
  timeoutSeconds: 10,
};
const kinds = ["virtual", "ozeki"] as const;

interface Props {
  readonly known: SetPhoneSystem;
  saved(): Promise<void>;
}

/** The phone system to be set and tried; only to be read where the environment says it. */
export function PhoneSystemForm({ known, saved }: Props) {
  const { t } = useTranslation();
  const [kind, setKind] = useState(known.system.kind);
  const [ozeki, setOzeki] = useState(known.system.kind === "ozeki" ? known.system : emptySystem);
  /** Undefined: the one that is kept, if there is one. */
  const [password, setPassword] = useState<string>();
  const [busy, setBusy] = useState<"test" | "save">();
  const { attempt, refusal } = useAttempt();
  const [tested, setTested] = useState<ConnectionTest>();
  const written: WrittenPhoneSystem =
    kind === "virtual" ? { system: { kind } } : { system: ozeki, ...(password === undefined ? {} : { password }) };
  // A password that is kept is never told, so whatever is typed is another one.
  const isChanged = JSON.stringify(written) !== JSON.stringify({ system: known.system });

  const run = async (what: "test" | "save", work: () => Promise<void>) => {
    setBusy(what);
    setTested(undefined);
    await attempt(work);
    setBusy(undefined);
  };
  const test = () => run("test", async () => setTested(await phoneSystemApi.test(written)));
  const save = (event: FormEvent) => {
    event.preventDefault();
    void run("save", async () => {
      await phoneSystemApi.set(written);
      tell(t("phoneSystem.saved"));
      await saved();
    });
  };
  return (
    <form onSubmit={save} autoComplete="off">
      <Stack gap="lg">
        {known.isFixed && <Alert color="yellow">{t("phoneSystem.fixed")}</Alert>}
        <Input.Wrapper label={t("phoneSystem.kind")} labelElement="div">
          <SegmentedControl
            fullWidth
            aria-label={t("phoneSystem.kind")}
            disabled={known.isFixed}
            data={kinds.map((one) => ({ value: one, label: t(`phoneSystem.kinds.${one}`) }))}
            value={kind}
            onChange={(next) => setKind(kinds.find((one) => one === next) ?? kind)}
          />
        </Input.Wrapper>
        {kind === "virtual" ? (
          <Text size="sm" c="dimmed">
            {t("phoneSystem.virtualHelp")}
          </Text>
        ) : (
          <OzekiFields
            system={ozeki}
            password={password}
            hasPassword={known.hasPassword}
            readOnly={known.isFixed}
            onChange={(part) => setOzeki({ ...ozeki, ...part })}
            onPassword={setPassword}
          />
        )}
        {refusal}
        {tested !== undefined && (
          <Alert color={tested.works ? "harbour" : "red"} role="status">
            {tested.works
              ? t("phoneSystem.works", { count: tested.calls ?? 0, ms: tested.ms })
              : tested.words && sayWords(tested.words)}
          </Alert>
        )}
        <Group justify="flex-end">
          <Button
            variant="default"
            leftSection={<IconPlugConnected size={16} />}
            loading={busy === "test"}
            onClick={() => void test()}
          >
            {t("phoneSystem.test")}
          </Button>
          {!known.isFixed && (
            <Button type="submit" loading={busy === "save"} disabled={!isChanged}>
              {t("phoneSystem.save")}
            </Button>
          )}
        </Group>
      </Stack>
    </form>
  );
}
