import { Alert, Anchor, Button, Group, NumberInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type Flow, findStepDefinition } from "@ozflow/compiler";
import { IconPhoneOutgoing } from "@tabler/icons-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "wouter";
import { api } from "../api/client.ts";
import { outgoingEntry } from "../api/types.ts";
import { addTexts } from "../i18n.ts";
import { startCall as texts } from "../locales/start-call.en.ts";
import { variablesNamedIn } from "../model/fields.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { sentenceOf } from "../parts/notify.tsx";
import { PhoneInput } from "../parts/PhoneInput.tsx";
import { Fault } from "../parts/use-attempt.tsx";
import { useDocument, useEditor } from "../workplace.tsx";
import { usePublishing } from "./use-publishing.ts";

addTexts({ startCall: texts });

/** Dials somebody; what is left empty is taken from the flow's outgoing-call step. */
export default function StartCallDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { flowId } = useEditor();
  const flow = useDocument((state) => state.flow);
  const { stale, publishNow } = usePublishing();
  const [result, setResult] = useState<{ id: string } | { fault: string }>();
  const entry = outgoingStepOf(flow);
  const given = entry === undefined ? [] : givenVariables(entry);
  const form = useForm({
    initialValues: {
      number: "",
      callerId: "",
      callerDisplayName: "",
      ringSeconds: "" as number | string,
      given: {} as Record<string, string>,
    },
  });

  const start = form.onSubmit(async (values) => {
    setResult(undefined);
    if (stale && !(await publishNow(""))) return;
    try {
      const { number, callerId, callerDisplayName, ringSeconds } = values;
      const { id } = await api.startCall(flowId, {
        ...(number === "" ? {} : { number }),
        ...(callerId === "" ? {} : { callerId }),
        ...(callerDisplayName === "" ? {} : { callerDisplayName }),
        ...(typeof ringSeconds === "number" ? { ringSeconds } : {}),
        given: Object.fromEntries(Object.entries(values.given).filter(([, value]) => value !== "")),
      });
      setResult({ id });
    } catch (error) {
      setResult({ fault: sentenceOf(error) });
    }
  });

  if (entry === undefined) {
    return (
      <Dialog onClose={onClose} size="md" title={t("startCall.title")}>
        <Stack>
          <Alert color="yellow">{t("startCall.noEntry")}</Alert>
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("startCall.close")}
            </Button>
          </Group>
        </Stack>
      </Dialog>
    );
  }
  return (
    <Dialog onClose={onClose} size="md" title={t("startCall.title")}>
      <form onSubmit={start}>
        <Stack>
          <Text size="sm" c="dimmed">
            {t("startCall.text")}
          </Text>
          <PhoneInput
            label={t("startCall.number")}
            placeholder={textOf(entry, "number")}
            {...form.getInputProps("number")}
            data-autofocus
          />
          <Group grow align="flex-start">
            <TextInput
              label={t("startCall.callerId")}
              placeholder={textOf(entry, "callerId")}
              {...form.getInputProps("callerId")}
            />
            <TextInput
              label={t("startCall.callerName")}
              placeholder={textOf(entry, "callerDisplayName")}
              {...form.getInputProps("callerDisplayName")}
            />
          </Group>
          <NumberInput
            label={t("startCall.ring")}
            suffix={t("startCall.seconds")}
            min={1}
            max={600}
            allowDecimal={false}
            {...form.getInputProps("ringSeconds")}
          />
          {given.map((name) => (
            <TextInput key={name} label={name} {...form.getInputProps(`given.${name}`)} />
          ))}
          {result !== undefined && "fault" in result && <Fault>{result.fault}</Fault>}
          {result !== undefined && "id" in result && (
            <Alert color="harbour" role="status">
              {t("startCall.started")}{" "}
              <Anchor component={Link} href={`/calls/${result.id}`} size="sm">
                {t("startCall.seeCall")}
              </Anchor>
            </Alert>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("startCall.close")}
            </Button>
            <Button type="submit" loading={form.submitting} leftSection={<IconPhoneOutgoing size={16} />}>
              {stale ? t("startCall.publishAndStart") : t("startCall.start")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}

type Step = Flow["steps"][number];

function outgoingStepOf(flow: Flow): Step | undefined {
  return flow.steps.find((step) => findStepDefinition(step.type)?.entry === outgoingEntry);
}

function givenVariables(entry: Step): readonly string[] {
  const schema = findStepDefinition(entry.type)?.schema;
  return schema === undefined ? [] : variablesNamedIn(schema, entry.data).map((one) => one.name);
}

function textOf(entry: Step, key: string): string {
  const value = entry.data[key];
  return typeof value === "string" ? value : "";
}
