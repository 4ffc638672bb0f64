import { MultiSelect, NumberInput, SimpleGrid, TagsInput, Text, Textarea, TextInput } from "@mantine/core";
import { type Expectations, endings, type HowEnded, nameOf } from "@ozflow/compiler";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useShallow } from "zustand/react/shallow";
import { useDocument } from "../workplace.tsx";
import type { DraftFieldsProps } from "./CallFields.tsx";
import { sentenceAt, withExpected } from "./test-draft.ts";

/** What is to come of the call. What is left empty may be anything. */
export function ExpectedFields({ draft, faults, onChange }: DraftFieldsProps) {
  const { t } = useTranslation();
  const steps = useDocument(useShallow((state) => [...new Set(state.flow.steps.map(nameOf))]));
  const expected = draft.test.expect;
  const expect = (part: Partial<Expectations>) => onChange(withExpected(draft, part));
  const fault = (field: keyof Expectations) => sentenceAt(faults, `expect.${field}`);
  const number = (field: "withinSeconds" | "callbacksAtMost") => ({
    min: 0,
    value: expected[field] ?? "",
    error: fault(field),
    onChange: (value: number | string) => expect({ [field]: typeof value === "number" ? value : undefined }),
  });
  const named = (field: "reaches" | "neverReaches") => ({
    data: steps,
    value: expected[field] ?? [],
    error: fault(field),
    onChange: (value: string[]) => expect({ [field]: value }),
  });
  return (
    <>
      <div>
        <Text size="sm" fw={600}>
          {t("tests.expected")}
        </Text>
        <Text size="xs" c="dimmed">
          {t("tests.expectedHelp")}
        </Text>
      </div>
      <LinesField
        label={t("tests.hears")}
        lines={expected.hears ?? []}
        error={fault("hears")}
        onChange={(hears) => expect({ hears })}
      />
      <LinesField
        label={t("tests.neverHears")}
        lines={expected.neverHears ?? []}
        error={fault("neverHears")}
        onChange={(neverHears) => expect({ neverHears })}
      />
      <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
        <TagsInput label={t("tests.reaches")} allowDuplicates {...named("reaches")} />
        <TagsInput label={t("tests.neverReaches")} {...named("neverReaches")} />
        <MultiSelect
          label={t("tests.ends")}
          data={endings.map((value) => ({ value, label: t(`tests.endings.${value}`) }))}
          value={[expected.ends ?? []].flat()}
          error={fault("ends")}
          onChange={(ends) => expect({ ends: ends as HowEnded[] })}
        />
        <TextInput
          label={t("tests.transferredTo")}
          value={expected.transferredTo ?? ""}
          error={fault("transferredTo")}
          onChange={({ currentTarget: { value } }) => expect({ transferredTo: value })}
        />
        <NumberInput label={t("tests.withinSeconds")} suffix=" s" {...number("withinSeconds")} />
        <NumberInput label={t("tests.callbacksAtMost")} allowDecimal={false} {...number("callbacksAtMost")} />
      </SimpleGrid>
    </>
  );
}

/** Texts, one in each line. */
function LinesField({
  label,
  lines,
  error,
  onChange,
}: {
  readonly label: string;
  readonly lines: readonly string[];
  readonly error: string | undefined;
  onChange(lines: string[]): void;
}) {
  const { t } = useTranslation();
  // An empty line that has just been begun is no text yet.
  const [typed, setTyped] = useState(lines.join("\n"));
  return (
    <Textarea
      label={label}
      description={t("tests.lines")}
      autosize
      maxRows={8}
      value={typed}
      error={error}
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        onChange(value.split("\n").filter((line) => line.trim() !== ""));
      }}
    />
  );
}
