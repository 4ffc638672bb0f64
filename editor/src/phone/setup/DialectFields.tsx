import { Anchor, Group, Radio, Stack, Text } from "@mantine/core";
import { type Dialect, switches } from "@ozflow/compiler";
import { useTranslation } from "react-i18next";
import { say } from "../../model/say.ts";

type SwitchName = keyof typeof switches;

/** How the phone system reads what the manual leaves open: for each question, the readings there are. */
export function DialectFields({ dialect, onChange }: { readonly dialect: Dialect; onChange(dialect: Dialect): void }) {
  const { t } = useTranslation();
  // `keys` gives texts; they are the switches' names.
  const names = Object.keys(switches) as SwitchName[];
  return (
    <Stack gap="md">
      <Group justify="space-between" wrap="nowrap" align="flex-start">
        <Text size="sm" c="dimmed">
          {t("callSetup.manualText")}
        </Text>
        <Anchor component="button" type="button" size="sm" flex="none" onClick={() => onChange({})}>
          {t("callSetup.recommended")}
        </Anchor>
      </Group>
      {names.map((name) => {
        const { asks, readings } = switches[name];
        const chosen = dialect[name] ?? readings[0].value;
        return (
          <Radio.Group
            key={name}
            label={say(asks)}
            value={String(chosen)}
            onChange={(value) => onChange(withReading(dialect, name, value))}
          >
            <Stack gap={4} mt={4}>
              {readings.map((reading) => (
                <Radio
                  key={String(reading.value)}
                  size="xs"
                  value={String(reading.value)}
                  label={say(reading.meaning)}
                />
              ))}
            </Stack>
          </Radio.Group>
        );
      })}
    </Stack>
  );
}

/** Only what differs from the recommended reading is kept. */
function withReading(dialect: Dialect, name: SwitchName, value: string): Dialect {
  const { readings } = switches[name];
  const { [name]: _, ...others } = dialect;
  const chosen = readings.find((one) => String(one.value) === value)?.value;
  return chosen === undefined || chosen === readings[0].value ? others : { ...others, [name]: chosen };
}
