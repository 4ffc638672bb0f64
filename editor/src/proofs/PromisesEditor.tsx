import { ActionIcon, Group, NumberInput, Select, Stack, Text } from "@mantine/core";
import { maxPromisedSeconds, nameOf, type Promises } from "@ozflow/compiler";
import { IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { addTexts } from "../i18n.ts";
import { promises as texts } from "../locales/promises.en.ts";
import { setPromises } from "../model/changes/index.ts";
import { useDocument, useEditor, useFindings } from "../workplace.tsx";
import { PromiseKept } from "./PromiseKept.tsx";

addTexts({ promises: texts });

const general = { silentCallerGone: "promise-silent-caller-gone", personReached: "promise-person-reached" } as const;
type General = keyof typeof general;

/** Seconds for a promise that has just been made: a minute is what most people have patience for. */
const usualSeconds = 60;

/** What callers are promised, in seconds, and whether it is kept. */
export default function PromisesEditor() {
  const { t } = useTranslation();
  const { document } = useEditor();
  const flow = useDocument((state) => state.flow);
  const ends = useFindings((state) => state.ends);
  const promises: Promises = flow.promises ?? {};
  const outcomes = promises.outcomes ?? [];
  const write = (part: Partial<Promises>, group: string) =>
    document.commit(setPromises({ ...promises, ...part }, group));
  const nameOfStep = (id: string) => nameOf(flow.steps.find((step) => step.id === id) ?? { id, label: "" });
  const free = ends.filter(({ step }) => !outcomes.some((one) => one.step === step));
  return (
    <Stack gap="sm">
      <Text size="xs" c="dimmed">
        {t("promises.text")}
      </Text>
      {(Object.keys(general) as General[]).map((about) => (
        <div key={about}>
          <Seconds
            label={t(`promises.${about}`)}
            value={promises[about]}
            onChange={(seconds) => write({ [about]: seconds }, about)}
          />
          <PromiseKept code={general[about]} />
        </div>
      ))}
      {outcomes.map(({ step, seconds }, index) => (
        <div key={step}>
          <Group gap={6} align="flex-end" wrap="nowrap">
            <Seconds
              label={t("promises.outcome", { name: nameOfStep(step) })}
              value={seconds}
              onChange={(next) =>
                next !== undefined && write({ outcomes: outcomes.with(index, { step, seconds: next }) }, step)
              }
            />
            <ActionIcon
              mb={6}
              aria-label={t("promises.remove", { name: nameOfStep(step) })}
              onClick={() => write({ outcomes: outcomes.toSpliced(index, 1) }, `without ${step}`)}
            >
              <IconX size={14} />
            </ActionIcon>
          </Group>
          <PromiseKept code="promise-outcome-reached" step={step} />
        </div>
      ))}
      <Select
        size="xs"
        searchable
        label={t("promises.add")}
        placeholder={t("promises.addPlaceholder")}
        nothingFoundMessage={t("promises.noOutcome")}
        data={free.map(({ step, name }) => ({ value: step, label: name }))}
        value={null}
        onChange={(step) =>
          step !== null && write({ outcomes: [...outcomes, { step, seconds: usualSeconds }] }, `with ${step}`)
        }
      />
    </Stack>
  );
}

/** Undefined: nothing is promised. */
function Seconds({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number | undefined;
  onChange(seconds: number | undefined): void;
}) {
  const { t } = useTranslation();
  const { document } = useEditor();
  return (
    <NumberInput
      flex={1}
      size="xs"
      label={label}
      placeholder={t("promises.nothing")}
      suffix=" s"
      min={1}
      max={maxPromisedSeconds}
      clampBehavior="strict"
      allowDecimal={false}
      value={value ?? ""}
      onChange={(next) => onChange(typeof next === "number" && next >= 1 ? next : undefined)}
      onBlur={() => document.seal()}
    />
  );
}
