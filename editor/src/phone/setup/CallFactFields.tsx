import { Group, Select, Stack, TagsInput, TextInput } from "@mantine/core";
import { type EntryKind, findStepDefinition, noCallFacts } from "@ozflow/compiler";
import { useTranslation } from "react-i18next";
import { variablesNamedIn } from "../../model/fields.ts";
import { titleOf } from "../../model/step-words.ts";
import { TimeField } from "../../parts/TimeField.tsx";
import { useDocument } from "../../workplace.tsx";
import type { CallSetup } from "../phone-call.ts";
import { fromLocalTime, toLocalTime } from "./local-time.ts";
import { toldParameters } from "./told-parameters.ts";

/** What brings the call, whose it is, when it begins, and what is given with it. */
export function CallFactFields({
  setup,
  onChange,
}: {
  readonly setup: CallSetup;
  onChange(setup: Partial<CallSetup>): void;
}) {
  const { t } = useTranslation();
  const steps = useDocument((state) => state.flow.steps);
  const facts = { ...noCallFacts, ...setup.facts };
  const entries = steps.flatMap((step) => {
    const definition = findStepDefinition(step.type);
    return definition?.entry === undefined ? [] : [{ step, definition, kind: definition.entry }];
  });
  const entry = entries.find(({ kind }) => kind === setup.entry) ?? entries[0];
  const given = entry === undefined ? [] : variablesNamedIn(entry.definition.schema, entry.step.data);
  const fact = (name: "caller" | "dialed" | "seed") => ({
    value: facts[name],
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      onChange({ facts: { ...setup.facts, [name]: value } }),
  });
  const named = (list: "given" | "parameters", name: string) => ({
    label: name,
    value: setup[list]?.[name] ?? "",
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) =>
      onChange({ [list]: { ...setup[list], [name]: value } }),
  });
  return (
    <Stack gap="sm">
      <Select
        label={t("callSetup.entry")}
        data={entries.map(({ kind, definition }) => ({ value: kind, label: titleOf(definition.type) }))}
        value={entry?.kind ?? null}
        allowDeselect={false}
        onChange={(value) => onChange({ entry: kindOf(value, entries) ?? setup.entry })}
      />
      <Group grow align="flex-start">
        <TextInput label={t("phone.caller")} {...fact("caller")} />
        <TextInput label={t("callSetup.dialed")} {...fact("dialed")} />
      </Group>
      <Group grow align="flex-start">
        <TimeField
          precision="second"
          label={t("callSetup.began")}
          value={toLocalTime(facts.began)}
          onChange={(value) => {
            const began = fromLocalTime(value);
            if (began !== undefined) onChange({ facts: { ...setup.facts, began } });
          }}
        />
        <TextInput
          label={t("callSetup.seed")}
          description={t("callSetup.seedHelp")}
          inputWrapperOrder={["label", "input", "description"]}
          {...fact("seed")}
        />
      </Group>
      <TagsInput
        label={t("callSetup.unreachable")}
        description={t("callSetup.unreachableHelp")}
        value={[...setup.unreachable]}
        onChange={(unreachable) => onChange({ unreachable })}
      />
      {given.map(({ name }) => (
        <TextInput key={name} {...named("given", name)} />
      ))}
      {entry !== undefined &&
        toldParameters[entry.kind].map((name) => <TextInput key={name} {...named("parameters", name)} />)}
    </Stack>
  );
}

function kindOf(value: string | null, entries: readonly { readonly kind: EntryKind }[]): EntryKind | undefined {
  return entries.find(({ kind }) => kind === value)?.kind;
}
