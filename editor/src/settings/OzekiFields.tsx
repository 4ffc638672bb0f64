import { Group, Input, NumberInput, PasswordInput, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { api } from "../api/client.ts";
import type { OzekiSystem } from "../api/phone-system.ts";
import { useLoaded } from "../parts/use-loaded.ts";

const generations = ["new", "old"] as const;
/** Where each generation listens, as its manual says. */
const examples = { new: "http://pbx.example.com:9509", old: "http://pbx.example.com:7780" } as const;

interface Props {
  readonly system: OzekiSystem;
  readonly password: string | undefined;
  readonly hasPassword: boolean;
  readonly readOnly: boolean;
  onChange(part: Partial<OzekiSystem>): void;
  onPassword(password: string | undefined): void;
}

/** How an Ozeki system is reached. */
export function OzekiFields({ system, password, hasPassword, readOnly, onChange, onPassword }: Props) {
  const { t } = useTranslation();
  const line = (name: "url" | "user" | "apiExtension") => ({
    label: t(`phoneSystem.${name}`),
    value: system[name],
    readOnly,
    onChange: (event: { currentTarget: { value: string } }) => onChange({ [name]: event.currentTarget.value }),
  });
  return (
    <Stack>
      <Input.Wrapper
        label={t("phoneSystem.generation")}
        labelElement="div"
        description={t("phoneSystem.generationHelp")}
        descriptionProps={{ mt: 4 }}
        inputWrapperOrder={["label", "input", "description"]}
      >
        <SegmentedControl
          fullWidth
          aria-label={t("phoneSystem.generation")}
          disabled={readOnly}
          data={generations.map((one) => ({ value: one, label: t(`phoneSystem.generations.${one}`) }))}
          value={system.generation}
          onChange={(next) => onChange({ generation: generations.find((one) => one === next) ?? "new" })}
        />
      </Input.Wrapper>
      <TextInput
        {...line("url")}
        description={t("phoneSystem.urlHelp", { example: examples[system.generation] })}
        required
        withAsterisk={false}
      />
      <Group grow align="flex-start">
        <TextInput {...line("user")} description={t("phoneSystem.userHelp")} autoComplete="off" />
        <PasswordInput
          label={t("phoneSystem.password")}
          description={t("phoneSystem.userHelp")}
          placeholder={hasPassword ? t("phoneSystem.passwordKept") : ""}
          autoComplete="new-password"
          value={password ?? ""}
          readOnly={readOnly}
          onChange={(event) => onPassword(event.currentTarget.value || undefined)}
        />
      </Group>
      <Group grow align="flex-start">
        <TextInput
          {...line("apiExtension")}
          description={t("phoneSystem.apiExtensionHelp")}
          required={system.generation === "old"}
          withAsterisk={false}
        />
        <NumberInput
          label={t("phoneSystem.timeout")}
          description={t("phoneSystem.timeoutHelp")}
          min={1}
          max={60}
          allowDecimal={false}
          readOnly={readOnly}
          value={system.timeoutSeconds}
          onChange={(seconds) => typeof seconds === "number" && onChange({ timeoutSeconds: seconds })}
        />
      </Group>
      <WayBack />
    </Stack>
  );
}

/** Where the phone system finds us; an address of this computer alone would not do. */
function WayBack() {
  const { t } = useTranslation();
  const url = useLoaded(api.info).value?.publicUrl;
  if (url === undefined) return null;
  const isLocal = ["127.0.0.1", "localhost", "[::1]"].includes(new URL(url).hostname);
  return (
    <Text size="sm" c={isLocal ? "var(--warning)" : "dimmed"}>
      {t(isLocal ? "phoneSystem.backLocal" : "phoneSystem.back", { url })}
    </Text>
  );
}
