import { Alert, Button, Group, ScrollArea, SegmentedControl, Stack, Text, Textarea, TextInput } from "@mantine/core";
import type { Said } from "@ozflow/compiler";
import { type FormEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { say } from "../model/say.ts";
import { tell, tellFault } from "../parts/notify.tsx";
import { askTests } from "../worker/ask-tests.ts";
import { useEditor } from "../workplace.tsx";
import { CallFields } from "./CallFields.tsx";
import { ExpectedFields } from "./ExpectedFields.tsx";
import { asFields, asText, type DraftFault, readDraft, sentenceAt, type TestDraft } from "./test-draft.ts";
import classes from "./tests.module.css";
import { testsOf } from "./tests-store.ts";

/** A test has a name of so many letters at most (the compiler's schema). */
const maxName = 200;

/** A test that is being written: in fields for what is usual, as text for all there is. */
export function TestForm({ draft }: { readonly draft: TestDraft }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const store = testsOf(editor);
  const [isTold, setTold] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failures, setFailures] = useState<readonly Said[]>();
  const read = readDraft(draft);
  const faults = isTold && "faults" in read ? read.faults : [];
  // What came of it stands above the fields, and whoever asked may be at the last of them.
  const viewport = useRef<HTMLDivElement>(null);
  const isJudged = failures !== undefined || faults.length > 0;
  useEffect(() => {
    if (isJudged) viewport.current?.scrollTo({ top: 0 });
  }, [isJudged]);
  const change = (next: TestDraft) => {
    setFailures(undefined);
    store.change(next);
  };
  const attempt = async (deed: (test: TestDraft["test"]) => Promise<void>) => {
    setTold(true);
    if ("faults" in read) return;
    setBusy(true);
    await deed(read.test).catch(tellFault);
    setBusy(false);
  };
  const keep = (event: FormEvent) => {
    event.preventDefault();
    void attempt((test) => store.keep(draft.id, test));
  };
  const run = () =>
    attempt(async (test) => {
      const results = await askTests({ ask: "run", flow: editor.document.getState().flow, tests: [test] });
      if (results === undefined) tell(t("tests.refused"));
      else setFailures(results[0]?.failures);
    });
  const switchTo = (way: string) => {
    const next = way === "text" ? asText(draft) : asFields(draft);
    setTold(!("id" in next));
    if ("id" in next) change(next);
  };
  return (
    <form className={classes.form} aria-label={t("tests.form")} onSubmit={keep} noValidate>
      <Group className={classes.head} gap="xs" wrap="nowrap">
        <SegmentedControl
          size="xs"
          aria-label={t("tests.writtenAs")}
          data={["fields", "text"].map((value) => ({ value, label: t(`tests.as.${value as "fields" | "text"}`) }))}
          value={draft.json === undefined ? "fields" : "text"}
          onChange={switchTo}
        />
        <Group gap="xs" ml="auto" wrap="nowrap">
          <Button size="compact-sm" variant="default" disabled={busy} onClick={() => void run()}>
            {t("tests.try")}
          </Button>
          <Button size="compact-sm" variant="default" onClick={() => store.giveUp(draft.id)}>
            {t("tests.giveUp")}
          </Button>
          <Button size="compact-sm" type="submit" loading={busy}>
            {t("tests.confirm")}
          </Button>
        </Group>
      </Group>
      <ScrollArea className={classes.rows} type="hover" viewportRef={viewport}>
        <Stack p="sm" gap="sm">
          <Outcome failures={failures} faults={faults} isText={draft.json !== undefined} />
          {draft.json === undefined ? (
            <>
              <TextInput
                label={t("tests.name")}
                placeholder={t("tests.namePlaceholder")}
                value={draft.test.name}
                maxLength={maxName}
                error={sentenceAt(faults, "name")}
                onChange={({ currentTarget: { value } }) => change({ ...draft, test: { ...draft.test, name: value } })}
              />
              <CallFields draft={draft} faults={faults} onChange={change} />
              <ExpectedFields draft={draft} faults={faults} onChange={change} />
            </>
          ) : (
            <Textarea
              label={t("tests.asText")}
              description={t("tests.asTextHelp")}
              autosize
              minRows={6}
              spellCheck={false}
              classNames={{ input: classes.json }}
              value={draft.json}
              onChange={({ currentTarget: { value } }) => change({ ...draft, json: value })}
            />
          )}
        </Stack>
      </ScrollArea>
    </form>
  );
}

/** What came of playing it, or what is wrong with it. */
function Outcome({
  failures,
  faults,
  isText,
}: {
  readonly failures: readonly Said[] | undefined;
  readonly faults: readonly DraftFault[];
  /** In a text, a fault has no field that shows it. */
  readonly isText: boolean;
}) {
  const { t } = useTranslation();
  if (faults.length > 0)
    return (
      <Alert color="red" title={t("tests.wrong")}>
        {faults.map(({ at, sentence }) => (
          <Text key={at + sentence} size="sm">
            {isText && at !== "" ? `${at}: ${sentence}` : sentence}
          </Text>
        ))}
      </Alert>
    );
  if (failures === undefined) return null;
  if (failures.length === 0) return <Alert color="green" title={t("tests.passes")} role="status" />;
  return (
    <Alert color="red" title={t("tests.fails")} role="status">
      {failures.map((sentence) => (
        <Text key={sentence.message} size="sm">
          {say(sentence)}
        </Text>
      ))}
    </Alert>
  );
}
