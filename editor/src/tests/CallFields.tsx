import { SimpleGrid, TagsInput, TextInput } from "@mantine/core";
import { noCallFacts } from "@ozflow/compiler";
import { useTranslation } from "react-i18next";
import { TimeField } from "../parts/TimeField.tsx";
import { fromLocalTime, toLocalTime } from "../phone/setup/local-time.ts";
import { type DraftFault, sentenceAt, type TestDraft, withCall } from "./test-draft.ts";

export interface DraftFieldsProps {
  readonly draft: TestDraft;
  readonly faults: readonly DraftFault[];
  onChange(draft: TestDraft): void;
}

/** What the caller does, and how the call comes. */
export function CallFields({ draft, faults, onChange }: DraftFieldsProps) {
  const { t } = useTranslation();
  const { call } = draft.test;
  return (
    <SimpleGrid cols={2} spacing="sm" verticalSpacing="xs">
      <TextInput
        label={t("tests.caller")}
        description={t("tests.callerHelp")}
        placeholder={t("tests.callerPlaceholder")}
        value={call.caller}
        error={sentenceAt(faults, "call.caller")}
        onChange={({ currentTarget: { value } }) => onChange(withCall(draft, { caller: value }))}
      />
      <TagsInput
        label={t("tests.unreachable")}
        description={t("tests.unreachableHelp")}
        value={call.unreachable ?? []}
        error={sentenceAt(faults, "call.unreachable")}
        onChange={(unreachable) => onChange(withCall(draft, { unreachable }))}
      />
      <TextInput
        label={t("tests.from")}
        placeholder="100"
        value={call.from ?? ""}
        error={sentenceAt(faults, "call.from")}
        onChange={({ currentTarget: { value } }) => onChange(withCall(draft, { from: value }))}
      />
      <TimeField
        precision="second"
        label={t("tests.began")}
        value={toLocalTime(call.began ?? noCallFacts.began)}
        error={sentenceAt(faults, "call.began")}
        onChange={(value) => onChange(withCall(draft, { began: fromLocalTime(value) }))}
      />
    </SimpleGrid>
  );
}
