import { Button, FileInput, Group, Select, Stack, Text, TextInput } from "@mantine/core";
import { type ReadTable, readTable, tableLimits } from "@ozflow/compiler";
import { IconUpload } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { type StoredTable, tablesApi } from "../api/tables.ts";
import { addTexts } from "../i18n.ts";
import { tables as texts } from "../locales/tables.en.ts";
import { say } from "../model/say.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { sentenceOf } from "../parts/notify.tsx";
import { Fault } from "../parts/use-attempt.tsx";

addTexts({ tables: texts });

interface Props {
  /** The one whose rows are replaced; none: a new one. */
  readonly table?: StoredTable;
  onClose(): void;
  onDone(table: StoredTable): void;
}

/** A CSV file as a table: looked at here before it goes to the server, which looks at it again. */
export default function TableDialog({ table, onClose, onDone }: Props) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const [csv, setCsv] = useState<string>();
  const [name, setName] = useState(table?.name ?? "");
  const [key, setKey] = useState<string | undefined>(table?.keyColumn);
  const [refusal, setRefusal] = useState<string>();
  const [isSending, setSending] = useState(false);
  const [columns, setColumns] = useState<readonly string[]>([]);
  const read: ReadTable | undefined = csv === undefined ? undefined : readTable(csv, key);

  const take = async (next: File | null) => {
    setFile(next);
    setRefusal(undefined);
    if (next === null) return setCsv(undefined);
    if (next.size > tableLimits.bytes) {
      setCsv(undefined);
      return setRefusal(t("tables.tooLarge", { megabytes: tableLimits.bytes / 1_000_000 }));
    }
    const text = await next.text();
    const first = readTable(text.split(/\r\n|\r|\n/, 1)[0] ?? "");
    const names = "table" in first ? first.table.columns : [];
    setColumns(names);
    setKey(names.find((one) => one === (key ?? table?.keyColumn)) ?? names[0]);
    setCsv(text);
    if (name === "") setName(next.name.replace(/\.[^.]+$/, "").slice(0, 120));
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (file === null || read === undefined || "fault" in read) return;
    setSending(true);
    const { keyColumn } = read.table;
    await (table === undefined
      ? tablesApi.add(name.trim(), keyColumn, file)
      : tablesApi.replace(table, keyColumn, file)
    )
      .then(onDone, (error) => setRefusal(sentenceOf(error)))
      .finally(() => setSending(false));
  };
  const fault = refusal ?? (read !== undefined && "fault" in read ? say(read.fault) : undefined);
  const title = table === undefined ? t("tables.add") : t("tables.replace", { name: table.name });
  return (
    <Dialog onClose={onClose} title={title}>
      <form onSubmit={(event) => void send(event)}>
        <Stack>
          <FileInput
            label={t("tables.file")}
            description={t("tables.fileHelp")}
            placeholder={t("tables.choose")}
            accept=".csv,text/csv"
            leftSection={<IconUpload size={16} />}
            value={file}
            onChange={(next) => void take(next)}
          />
          {table === undefined && (
            <TextInput
              label={t("tables.name")}
              value={name}
              required
              withAsterisk={false}
              maxLength={120}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
          {columns.length > 0 && (
            <Select
              label={t("tables.key")}
              description={t("tables.keyHelp")}
              allowDeselect={false}
              data={[...new Set(columns)]}
              value={key ?? null}
              onChange={(next) => setKey(next ?? undefined)}
            />
          )}
          {fault !== undefined && <Fault>{fault}</Fault>}
          {read !== undefined && "table" in read && (
            <Text size="sm" c="dimmed">
              {t("tables.found", { count: Object.keys(read.table.rows).length, columns: columns.join(", ") })}
            </Text>
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("cancel")}
            </Button>
            <Button type="submit" loading={isSending} disabled={read === undefined || "fault" in read}>
              {t(table === undefined ? "tables.upload" : "tables.replaceNow")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Dialog>
  );
}
