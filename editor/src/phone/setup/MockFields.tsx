import { Group, NumberInput, Select, Stack, Text, Textarea, TextInput } from "@mantine/core";
import { type HttpMock, httpMethods } from "@ozflow/compiler";
import { IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { AddButton } from "../../parts/AddButton.tsx";
import { ToolButton } from "../../parts/ToolButton.tsx";
import classes from "../phone.module.css";

/** What web servers answer in this call: the first line that fits a request, from above. */
export function MockFields({
  mocks,
  onChange,
}: {
  readonly mocks: readonly HttpMock[];
  onChange(mocks: readonly HttpMock[]): void;
}) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm">
      <Text size="sm" c="dimmed">
        {t("callSetup.webText")}
      </Text>
      {mocks.map((mock, index) => (
        <MockForm
          // biome-ignore lint/suspicious/noArrayIndexKey: answers have no name of their own; their place is what they are known by.
          key={index}
          mock={mock}
          number={index + 1}
          onChange={(changed) => onChange(mocks.with(index, changed))}
          onRemove={() => onChange(mocks.toSpliced(index, 1))}
        />
      ))}
      <AddButton onClick={() => onChange([...mocks, { url: "*", status: 200, body: "{}" }])}>
        {t("callSetup.addMock")}
      </AddButton>
    </Stack>
  );
}

function MockForm({
  mock,
  number,
  onChange,
  onRemove,
}: {
  readonly mock: HttpMock;
  readonly number: number;
  onChange(mock: HttpMock): void;
  onRemove(): void;
}) {
  const { t } = useTranslation();
  const answers = mock.fault === undefined;
  return (
    <fieldset className={classes.mock} aria-label={t("callSetup.mock", { number })}>
      <Group gap="xs" align="flex-end" wrap="nowrap">
        <Select
          w={110}
          label={t("callSetup.method")}
          placeholder={t("callSetup.anyMethod")}
          clearable
          data={[...httpMethods]}
          value={mock.method ?? null}
          onChange={(value) => onChange({ ...mock, method: httpMethods.find((one) => one === value) })}
        />
        <TextInput
          flex={1}
          label={t("callSetup.url")}
          value={mock.url}
          onChange={({ currentTarget: { value } }) => onChange({ ...mock, url: value })}
        />
        <ToolButton label={t("callSetup.removeMock")} icon={IconTrash} size={36} onClick={onRemove} />
      </Group>
      <Group gap="xs" mt="xs" align="flex-start" wrap="nowrap">
        <Select
          w={170}
          label={t("callSetup.outcome")}
          data={[
            { value: "answer", label: t("callSetup.answers") },
            { value: "none", label: t("callSetup.noAnswer") },
          ]}
          allowDeselect={false}
          value={answers ? "answer" : "none"}
          onChange={(value) =>
            onChange(value === "none" ? { ...mock, fault: t("callSetup.timedOut") } : { ...mock, fault: undefined })
          }
        />
        {answers ? (
          <>
            <NumberInput
              w={90}
              label={t("callSetup.status")}
              min={100}
              max={599}
              allowDecimal={false}
              value={mock.status ?? 200}
              onChange={(value) => onChange({ ...mock, status: typeof value === "number" ? value : undefined })}
            />
            <Textarea
              flex={1}
              label={t("callSetup.body")}
              autosize
              maxRows={6}
              value={typeof mock.body === "string" ? mock.body : JSON.stringify(mock.body ?? "")}
              onChange={({ currentTarget: { value } }) => onChange({ ...mock, body: value })}
            />
          </>
        ) : (
          <TextInput
            flex={1}
            label={t("callSetup.why")}
            value={mock.fault ?? ""}
            onChange={({ currentTarget: { value } }) => onChange({ ...mock, fault: value })}
          />
        )}
      </Group>
    </fieldset>
  );
}
