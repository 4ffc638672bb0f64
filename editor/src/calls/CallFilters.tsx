import { Group, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { type ReactNode, useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { type CallFilter, callsApi, outcomes } from "../api/calls.ts";
import { api } from "../api/client.ts";
import { TimeField } from "../parts/TimeField.tsx";
import { useLoaded } from "../parts/use-loaded.ts";

/** Milliseconds after the last key before the server is asked. */
const quietMs = 350;

interface Props {
  readonly filter: CallFilter;
  change(part: Partial<CallFilter>): void;
  /** What can be done with the calls that were found. */
  readonly children?: ReactNode;
}

/** Which calls are looked for. */
export function CallFilters({ filter, change, children }: Props) {
  const { t } = useTranslation();
  const flows = useLoaded(api.flows).value?.flows ?? [];
  const [number, setNumber] = useState(filter.number);
  const search = useDebouncedCallback((text: string) => change({ number: text.trim() }), quietMs);
  return (
    <Group gap="sm" mb="md" align="flex-end" role="search" aria-label={t("calls.filter")}>
      <Select
        flex="1 1 150px"
        label={t("calls.flow")}
        placeholder={t("calls.anyFlow")}
        searchable
        clearable
        data={flows.map(({ id, name }) => ({ value: id, label: name }))}
        value={filter.flow || null}
        onChange={(flow) => change({ flow: flow ?? "" })}
      />
      <Select
        flex="1 1 110px"
        label={t("calls.state")}
        placeholder={t("calls.anyState")}
        clearable
        data={outcomes.map((one) => ({ value: one, label: t(`calls.outcomes.${one}`) }))}
        value={filter.outcome || null}
        onChange={(outcome) => change({ outcome: outcomes.find((one) => one === outcome) ?? "" })}
      />
      <DispositionFilter filter={filter} change={change} />
      <TextInput
        flex="1 1 120px"
        label={t("calls.number")}
        placeholder={t("calls.anyNumber")}
        value={number}
        onChange={(event) => {
          setNumber(event.currentTarget.value);
          search(event.currentTarget.value);
        }}
        // Whoever goes on to something else has typed to the end, however quick they were.
        onBlur={() => search.flush()}
      />
      {(["since", "until"] as const).map((name) => (
        <TimeField
          key={name}
          flex="0 0 210px"
          precision="minute"
          label={t(`calls.${name}`)}
          placeholder={t("calls.anyTime")}
          value={asLocal(filter[name])}
          onChange={(local) => change({ [name]: asInstant(local) })}
        />
      ))}
      {children}
    </Group>
  );
}

/** What flows have said of their calls; not there as long as none has said anything. */
function DispositionFilter({ filter: { flow, disposition }, change }: Pick<Props, "filter" | "change">) {
  const { t } = useTranslation();
  const said = useLoaded(useCallback(() => callsApi.dispositions(flow), [flow])).value?.dispositions ?? [];
  // One that is looked for stays to be seen, whoever else said it.
  const data = disposition === "" || said.includes(disposition) ? said : [...said, disposition];
  if (data.length === 0) return null;
  return (
    <Select
      flex="1 1 120px"
      label={t("calls.disposition")}
      placeholder={t("calls.anyDisposition")}
      searchable
      clearable
      data={[...data]}
      value={disposition || null}
      onChange={(next) => change({ disposition: next ?? "" })}
    />
  );
}

/** "2030-01-01T10:34" in the clock of this computer. */
function asLocal(iso: string): string {
  if (iso === "") return "";
  const date = new Date(iso);
  return new Date(date.getTime() - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

function asInstant(local: string): string {
  return local === "" ? "" : new Date(local).toISOString();
}
