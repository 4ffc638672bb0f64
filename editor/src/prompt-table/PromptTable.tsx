import { Anchor, Badge, Table, Text } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { maxPrompt, setPrompts } from "../model/changes/index.ts";
import { languageName } from "../model/language-names.ts";
import { maxApology } from "../model/new-fallback.ts";
import { isToTranslate, keyOf, type PromptRow, spokenSeconds } from "../model/prompt-rows.ts";
import { useNamedSounds, useSounds } from "../prompts/sound-library.ts";
import { useEditor } from "../workplace.tsx";
import classes from "./prompt-table.module.css";

interface Props {
  readonly rows: readonly PromptRow[];
  onClose(): void;
}

/** A row for each prompt; texts are written on where they stand. */
export function PromptTable({ rows, onClose }: Props) {
  const { t } = useTranslation();
  return (
    <Table stickyHeader verticalSpacing={6} horizontalSpacing="md" aria-label={t("promptTable.label")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w="18%">{t("promptTable.step")}</Table.Th>
          <Table.Th w="16%">{t("promptTable.field")}</Table.Th>
          <Table.Th className={classes.wordsHead ?? ""}>{t("promptTable.text")}</Table.Th>
          <Table.Th w={170}>{t("promptTable.language")}</Table.Th>
          <Table.Th w={90} ta="right">
            {t("promptTable.seconds")}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map((row) => (
          <Row key={keyOf(row)} row={row} onClose={onClose} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ row, onClose }: { readonly row: PromptRow; onClose(): void }) {
  const { t, i18n } = useTranslation();
  const { view } = useEditor();
  const show = () => {
    onClose();
    const { step, path } = row;
    view.showField(step === undefined ? { step, path } : { step, path });
  };
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component="button" type="button" size="sm" ta="left" onClick={show}>
          {row.label}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <Text size="sm" c="dimmed">
          {row.place}
        </Text>
      </Table.Td>
      <Table.Td>
        {row.translates !== undefined && row.translates.words !== "" && (
          <Text size="xs" c="dimmed" className={classes.source ?? ""}>
            {row.translates.words}
          </Text>
        )}
        {row.kind === "text" ? <Words row={row} /> : <Sound name={row.text} />}
      </Table.Td>
      <Table.Td>
        <Text size="sm">{languageName(row.language, i18n.language)}</Text>
        {isToTranslate(row) && (
          <Badge size="xs" variant="light" color="yellow">
            {t(row.translates?.state === "stale" ? "promptTable.stale" : "promptTable.untranslated")}
          </Badge>
        )}
      </Table.Td>
      <Table.Td ta="right" className={classes.seconds}>
        {row.kind === "text" ? (
          row.text.trim() !== "" && t("promptTable.about", { seconds: spokenSeconds(row.text, row.language) })
        ) : (
          <Length of={row.text} />
        )}
      </Table.Td>
    </Table.Tr>
  );
}

function Words({ row }: { readonly row: PromptRow }) {
  const { t } = useTranslation();
  const { document, canDraw } = useEditor();
  // What a flow says when it fails is never nothing; a field that was emptied is empty all the same until it is left.
  const [typed, setTyped] = useState<string>();
  return (
    <textarea
      className={classes.words}
      rows={1}
      readOnly={!canDraw}
      maxLength={row.step === undefined ? maxApology : maxPrompt}
      aria-label={t("promptTable.textOf", { step: row.label, place: row.place })}
      placeholder={t("promptTable.nothing")}
      value={typed ?? row.text}
      // What is typed into one text is one undo step.
      onChange={({ currentTarget: { value } }) => {
        setTyped(value);
        document.commit(setPrompts([{ at: row, text: value }], `prompt ${keyOf(row)}`));
      }}
      onBlur={() => {
        setTyped(undefined);
        document.seal();
      }}
    />
  );
}

function Sound({ name }: { readonly name: string }) {
  return (
    <Text size="sm" className={classes.sound}>
      ♪ {useNamedSounds(name)}
    </Text>
  );
}

/** How long a sound of the library is; nobody knows of others. */
function Length({ of }: { readonly of: string }) {
  const { t } = useTranslation();
  const sound = useSounds().find(({ id }) => of === `prompt:${id}`);
  return sound === undefined ? null : t("promptTable.exactly", { seconds: Math.round(sound.seconds * 10) / 10 });
}
