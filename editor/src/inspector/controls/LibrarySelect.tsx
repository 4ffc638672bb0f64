import { Group, Input, Select } from "@mantine/core";
import type { FieldMeta } from "@ozflow/compiler";
import type { IconPencil } from "@tabler/icons-react";
import { ToolButton } from "../../parts/ToolButton.tsx";

interface Props {
  readonly meta: FieldMeta;
  readonly value: unknown;
  readonly error: string | undefined;
  /** What there is to choose of; `name` says how the chosen one is called where it is none of these. */
  readonly entries: readonly { readonly id: string; readonly name: string }[];
  readonly name?: string | undefined;
  readonly words: { readonly choose: string; readonly none: string };
  /** What can be done beside choosing. */
  readonly deeds: readonly { readonly label: string; readonly icon: typeof IconPencil; run(): void }[];
  onChoose(id: string): void;
}

/** Something that the server keeps, chosen by its name. */
export function LibrarySelect({ meta, value, error, entries, name, words, deeds, onChoose }: Props) {
  const id = typeof value === "string" ? value : "";
  const data = entries.map((one) => ({ value: one.id, label: one.name }));
  // One that is gone, or not read yet, stays chosen: it is the flow that says so.
  const isListed = id === "" || entries.some((one) => one.id === id);
  return (
    <>
      <Group gap={6} align="flex-end" wrap="nowrap">
        <Select
          flex={1}
          label={meta.title}
          description={meta.help}
          placeholder={words.choose}
          nothingFoundMessage={words.none}
          error={error !== undefined}
          searchable
          allowDeselect={false}
          data={isListed ? data : [...data, { value: id, label: name ?? id }]}
          value={id === "" ? null : id}
          onChange={(next) => next !== null && next !== id && onChoose(next)}
        />
        {deeds.map(({ label, icon, run }) => (
          <ToolButton key={label} label={label} icon={icon} variant="default" size={36} onClick={run} />
        ))}
      </Group>
      {error !== undefined && <Input.Error mt={4}>{error}</Input.Error>}
    </>
  );
}
