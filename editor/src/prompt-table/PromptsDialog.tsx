import { Button, FileButton, Group, Pagination, Select, Switch, Text, TextInput } from "@mantine/core";
import { IconArrowBackUp, IconArrowForwardUp, IconSearch, IconTableExport, IconTableImport } from "@tabler/icons-react";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { addTexts } from "../i18n.ts";
import { fallback } from "../locales/fallback.en.ts";
import { promptTable } from "../locales/prompt-table.en.ts";
import { apologyRows } from "../model/apology-rows.ts";
import { setPrompts } from "../model/changes/index.ts";
import { languageName } from "../model/language-names.ts";
import { heardUntranslated, isToTranslate, promptRows } from "../model/prompt-rows.ts";
import { download } from "../parts/download.ts";
import { FullScreenDialog } from "../parts/FullScreenDialog.tsx";
import { tell } from "../parts/notify.tsx";
import { ToolButton } from "../parts/ToolButton.tsx";
import { fileNameOf } from "../publish/file-name.ts";
import { useDocument, useEditor, useFindings } from "../workplace.tsx";
import { ImportPrompts } from "./ImportPrompts.tsx";
import { PromptTable } from "./PromptTable.tsx";
import { writePrompts } from "./prompt-csv.ts";
import classes from "./prompt-table.module.css";
import { replaced, rowsFound } from "./search-replace.ts";

// What is said when a flow fails is called as in the fields for it.
addTexts({ promptTable, fallback });

/** Rows of a page; each is a field to write in. */
const pageSize = 60;

/** Everything that callers hear in one table, to be read, corrected and translated. */
export default function PromptsDialog({ onClose }: { onClose(): void }) {
  const { t, i18n } = useTranslation();
  const { document, canDraw } = useEditor();
  const flow = useDocument((state) => state.flow);
  const rows = useMemo(() => {
    const names = { label: t("settings.fallback"), text: t("fallback.say"), sound: t("fallback.play") };
    return [...promptRows(flow), ...apologyRows(flow, names)];
  }, [flow, t]);
  const [search, setSearch] = useState({ find: "", isCaseSensitive: false });
  const [by, setBy] = useState("");
  const [page, setPage] = useState(1);
  const [file, setFile] = useState<File | null>(null);
  const [language, setLanguage] = useState<string | null>(null);
  const [isOpenOnly, setOpenOnly] = useState(false);
  const open = rows.filter(isToTranslate).length;
  const heard = useFindings(({ diagnostics }) => heardUntranslated(rows, diagnostics).length);
  const languages = [...new Set(rows.map((row) => row.language))];
  const found = rowsFound(rows, search).filter(
    (row) => (language === null || row.language === language) && (!isOpenOnly || isToTranslate(row)),
  );
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const from = (Math.min(page, pages) - 1) * pageSize;
  const changes = canDraw ? replaced(found, search, by) : [];
  const replaceAll = () => {
    document.commit(setPrompts(changes));
    tell(t("promptTable.replaced", { count: changes.length }));
  };
  return (
    <FullScreenDialog onClose={onClose} title={t("promptTable.title", { name: flow.name })}>
      <Group className={classes.bar} gap="sm" role="search">
        <TextInput
          w={180}
          leftSection={<IconSearch size={16} />}
          aria-label={t("promptTable.find")}
          placeholder={t("promptTable.find")}
          value={search.find}
          onChange={({ currentTarget: { value } }) => {
            setSearch({ ...search, find: value });
            setPage(1);
          }}
          data-autofocus
        />
        {canDraw && (
          <>
            <TextInput
              w={180}
              aria-label={t("promptTable.replaceBy")}
              placeholder={t("promptTable.replaceBy")}
              value={by}
              onChange={(event) => setBy(event.currentTarget.value)}
            />
            <Button variant="default" disabled={changes.length === 0} onClick={replaceAll}>
              {t("promptTable.replaceAll", { count: changes.length })}
            </Button>
          </>
        )}
        <Switch
          label={t("promptTable.matchCase")}
          checked={search.isCaseSensitive}
          onChange={(event) => setSearch({ ...search, isCaseSensitive: event.currentTarget.checked })}
        />
        {languages.length > 1 && (
          <>
            <Select
              w={170}
              clearable
              aria-label={t("promptTable.language")}
              placeholder={t("promptTable.allLanguages")}
              data={languages.map((code) => ({ value: code, label: languageName(code, i18n.language) }))}
              value={language}
              onChange={(next) => {
                setLanguage(next);
                setPage(1);
              }}
            />
            <Switch
              label={t(heard === open ? "promptTable.toTranslate" : "promptTable.toTranslateHeard", {
                count: open,
                heard,
              })}
              checked={isOpenOnly}
              onChange={(event) => {
                setOpenOnly(event.currentTarget.checked);
                setPage(1);
              }}
            />
          </>
        )}
        <Group gap="xs" ml="auto">
          {canDraw && <UndoButtons />}
          <Button
            variant="default"
            leftSection={<IconTableExport size={16} />}
            onClick={() =>
              download(
                `${fileNameOf(flow.name)}-prompts.csv`,
                new Blob([writePrompts(rows)], { type: "text/csv;charset=utf-8" }),
              )
            }
          >
            {t("promptTable.export")}
          </Button>
          {canDraw && (
            <FileButton accept=".csv,text/csv" onChange={setFile}>
              {(props) => (
                <Button variant="default" leftSection={<IconTableImport size={16} />} {...props}>
                  {t("promptTable.import")}
                </Button>
              )}
            </FileButton>
          )}
        </Group>
      </Group>
      <div className={classes.scroll}>
        <PromptTable rows={found.slice(from, from + pageSize)} onClose={onClose} />
        {found.length === 0 && (
          <Text c="dimmed" p="lg" ta="center">
            {t(rows.length === 0 ? "promptTable.none" : "promptTable.notFound")}
          </Text>
        )}
      </div>
      <Group className={classes.foot} justify="space-between">
        <Text size="sm" c="dimmed" role="status">
          {t("promptTable.count", { count: found.length })}
        </Text>
        {pages > 1 && <Pagination size="sm" total={pages} value={Math.min(page, pages)} onChange={setPage} />}
      </Group>
      {file !== null && <ImportPrompts file={file} rows={rows} onClose={() => setFile(null)} />}
    </FullScreenDialog>
  );
}

/** The keys of undo belong to the field that is written in; these go through the flow's own history. */
function UndoButtons() {
  const { t } = useTranslation();
  const { document } = useEditor();
  const canUndo = useDocument((state) => state.past.length > 0);
  const canRedo = useDocument((state) => state.future.length > 0);
  return (
    <>
      <ToolButton
        label={t("actions.undo")}
        icon={IconArrowBackUp}
        iconSize={18}
        size="lg"
        disabled={!canUndo}
        onClick={() => document.undo()}
      />
      <ToolButton
        label={t("actions.redo")}
        icon={IconArrowForwardUp}
        iconSize={18}
        size="lg"
        disabled={!canRedo}
        onClick={() => document.redo()}
      />
    </>
  );
}
