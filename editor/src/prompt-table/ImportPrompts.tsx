import { Alert, Button, Checkbox, Group, List, ScrollArea, Stack, Text } from "@mantine/core";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { setPrompts } from "../model/changes/index.ts";
import { keyOf, type PromptRow } from "../model/prompt-rows.ts";
import { Dialog } from "../parts/Dialog.tsx";
import { tell } from "../parts/notify.tsx";
import { useEditor } from "../workplace.tsx";
import { type NewText, type ReadPrompts, readPrompts } from "./prompt-csv.ts";
import classes from "./prompt-table.module.css";

interface Props {
  readonly file: File;
  readonly rows: readonly PromptRow[];
  onClose(): void;
}

/** Says what a file would change, what was changed here meanwhile and what the flow does not have, before anything is taken. */
export function ImportPrompts({ file, rows, onClose }: Props) {
  const { t } = useTranslation();
  const [read, setRead] = useState<ReturnType<typeof readPrompts>>();
  // Read against the flow as it is when the file comes.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above.
  useEffect(() => {
    void file.text().then((text) => setRead(readPrompts(text, rows)));
  }, [file]);
  if (read === undefined) return null;
  return (
    <Dialog onClose={onClose} size="lg" title={t("promptTable.importTitle", { file: file.name })}>
      {"missing" in read ? (
        <Stack>
          <Alert color="red">{t("promptTable.missing", { columns: read.missing.join(", ") })}</Alert>
          <Group justify="flex-end">
            <Button onClick={onClose}>{t("promptTable.close")}</Button>
          </Group>
        </Stack>
      ) : (
        <Choice read={read} onClose={onClose} />
      )}
    </Dialog>
  );
}

function Choice({ read, onClose }: { readonly read: ReadPrompts; onClose(): void }) {
  const { t } = useTranslation();
  const { document } = useEditor();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const { changes, conflicts, unknown } = read;
  const taken = [...changes, ...conflicts.filter(({ at }) => chosen.has(keyOf(at)))];
  const toggle = (key: string) => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    setChosen(next);
  };
  const take = () => {
    document.commit(setPrompts(taken));
    tell(t("promptTable.imported", { count: taken.length }));
    onClose();
  };
  return (
    <Stack>
      {(changes.length > 0 || conflicts.length === 0) && (
        <Text size="sm">{t("promptTable.changes", { count: changes.length })}</Text>
      )}
      {conflicts.length > 0 && (
        <Alert color="yellow" title={t("promptTable.conflicts", { count: conflicts.length })}>
          <ScrollArea.Autosize mah={260}>
            <Stack gap="sm">
              {conflicts.map((one) => (
                <Checkbox
                  key={keyOf(one.at)}
                  checked={chosen.has(keyOf(one.at))}
                  onChange={() => toggle(keyOf(one.at))}
                  label={<Conflict of={one} />}
                />
              ))}
            </Stack>
          </ScrollArea.Autosize>
        </Alert>
      )}
      {unknown.length > 0 && (
        <Alert color="red" title={t("promptTable.unknown", { count: unknown.length })}>
          <ScrollArea.Autosize mah={160}>
            <List size="sm">
              {unknown.map(({ line, step, text }) => (
                <List.Item key={line}>{t("promptTable.unknownRow", { line, step, text: text.slice(0, 80) })}</List.Item>
              ))}
            </List>
          </ScrollArea.Autosize>
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("cancel")}
        </Button>
        <Button disabled={taken.length === 0} onClick={take}>
          {t("promptTable.take", { count: taken.length })}
        </Button>
      </Group>
    </Stack>
  );
}

function Conflict({ of: { at, text } }: { readonly of: NewText }) {
  const { t } = useTranslation();
  return (
    <span className={classes.conflict}>
      <strong>{at.label}</strong>
      {at.translates !== undefined && <span>{t("promptTable.of", { words: at.translates.words })}</span>}
      <span>{t("promptTable.here", { text: at.text })}</span>
      <span>{t("promptTable.inFile", { text })}</span>
    </span>
  );
}
