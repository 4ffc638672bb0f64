import { Alert, Button, Group, Input, Stack, Tabs, Text, VisuallyHidden } from "@mantine/core";
import { findStepDefinition, promptsIn, type Translated, translationState, wordsOf } from "@ozflow/compiler";
import { IconAlertTriangle, IconTrash } from "@tabler/icons-react";
import { useContext, useState } from "react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { addTexts } from "../../i18n.ts";
import { translations as texts } from "../../locales/translations.en.ts";
import { languageName } from "../../model/language-names.ts";
import type { Path } from "../../model/value-at.ts";
import { useDocument, useEditor, useView } from "../../workplace.tsx";
import type { ControlProps } from "../control.ts";
import classes from "../inspector.module.css";
import { StepProvider, useField } from "../step-form.tsx";

addTexts({ translations: texts });

/** A tab for each language but the first, with a mark where callers would hear something else than they should. */
export default function Translations({ field: { meta, schema }, path, Fields }: ControlProps) {
  const { t } = useTranslation();
  const prompt = usePrompt(path.slice(0, -1));
  const { value } = useField(path);
  const [first, ...others] = useDocument((state) => state.flow.languages);
  const wanted = useView(({ focus }) => languageIn(focus?.path, path));
  const [opened, setOpened] = useState<string>();
  const written = value !== null && typeof value === "object" ? Object.keys(value) : [];
  const codes = [...new Set([...others, ...written])].filter((code) => code !== first);
  const marks = new Map(codes.map((code) => [code, prompt === undefined ? "there" : translationState(prompt, code)]));
  const isMarked = (code: string) => marks.get(code) === "missing" || marks.get(code) === "stale";
  const shown = [wanted, opened, codes.find(isMarked), codes[0]].find(
    (one) => one !== undefined && codes.includes(one),
  );
  if (shown === undefined || !(schema instanceof z.ZodRecord)) return null;
  return (
    <div>
      <Input.Label component="div">{meta.title}</Input.Label>
      <Tabs
        variant="outline"
        keepMounted={false}
        value={shown}
        onChange={(code) => setOpened(code ?? undefined)}
        className={classes.translations ?? ""}
      >
        <Tabs.List aria-label={meta.title}>
          {codes.map((code) => (
            <Tabs.Tab key={code} value={code} rightSection={isMarked(code) ? <Mark state={marks.get(code)} /> : null}>
              {code}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value={shown} pt="xs">
          <OneLanguage code={shown} path={path} prompt={prompt}>
            <Fields
              schema={schema.valueType as z.ZodType}
              data={undefined}
              path={[...path, shown]}
              named={t("translations.title")}
            />
          </OneLanguage>
        </Tabs.Panel>
      </Tabs>
    </div>
  );
}

function Mark({ state }: { readonly state: string | undefined }) {
  const { t } = useTranslation();
  const says = t(state === "stale" ? "translations.stale" : "translations.missing");
  return (
    <span title={says}>
      <IconAlertTriangle size={14} stroke={1.75} color="var(--mantine-color-yellow-text)" aria-hidden />
      <VisuallyHidden>{says}</VisuallyHidden>
    </span>
  );
}

interface OneLanguageProps {
  readonly code: string;
  readonly path: Path;
  readonly prompt: Translated | undefined;
  readonly children: React.ReactNode;
}

function OneLanguage({ code, path, prompt, children }: OneLanguageProps) {
  const { t, i18n } = useTranslation();
  const { canDraw } = useEditor();
  const all = useField(path);
  const own = useField([...path, code]);
  const source = useField([...path, code, "of"]);
  const words = prompt === undefined ? "" : wordsOf(prompt);
  const isStale = prompt !== undefined && translationState(prompt, code) === "stale";
  const remove = () => {
    const isLast = Object.keys((all.value ?? {}) as object).length < 2;
    if (isLast) all.set(undefined);
    else own.set(undefined);
  };
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap" gap="xs">
        <Text size="sm">{languageName(code, i18n.language)}</Text>
        {canDraw && own.value !== undefined && (
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            leftSection={<IconTrash size={14} stroke={1.75} />}
            onClick={remove}
          >
            {t("translations.remove")}
          </Button>
        )}
      </Group>
      {words !== "" && (
        <Text size="xs" c="dimmed" className={classes.source ?? ""}>
          {words}
        </Text>
      )}
      {isStale && (
        <Alert color="yellow" p="xs" title={t("translations.stale")}>
          <Stack gap={6} align="flex-start">
            <Text size="sm">{t("translations.madeFrom", { words: String(source.value) })}</Text>
            {canDraw && (
              <Button size="compact-xs" variant="default" onClick={() => source.set(words)}>
                {t("translations.stillFits")}
              </Button>
            )}
          </Stack>
        </Alert>
      )}
      {children}
    </Stack>
  );
}

/** The prompt at a path of the step that is edited; undefined while it is none that the file format takes. */
function usePrompt(path: Path): Translated | undefined {
  const step = useContext(StepProvider);
  const schema = step === undefined ? undefined : findStepDefinition(step.type)?.schema;
  if (step === undefined || schema === undefined) return undefined;
  return promptsIn(schema, step.data).find((one) => one.path.join(".") === path.join("."))?.prompt;
}

/** The language that somebody was led to: a problem leads to the very translation. */
function languageIn(focus: Path | undefined, path: Path): string | undefined {
  const leadsHere = focus !== undefined && path.every((key, index) => focus[index] === key);
  const code = leadsHere ? focus[path.length] : undefined;
  return code === undefined ? undefined : String(code);
}
