import { Alert, List, Stack, Text } from "@mantine/core";
import type { Flow, Said } from "@ozflow/compiler";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { flowTestsApi } from "../api/flow-tests.ts";
import { versionsApi } from "../api/versions.ts";
import { addTexts } from "../i18n.ts";
import { tests as texts } from "../locales/tests.en.ts";
import { say } from "../model/say.ts";
import { askTests } from "../worker/ask-tests.ts";
import type { TestResult } from "../worker/tests-protocol.ts";

addTexts({ tests: texts });

/** Sentences shown at most; each test has more in its panel. */
const most = 6;

/** What is good to know before a flow is published: tests that fail, and what callers will notice. */
export default function PublishChecks({
  flowId,
  flow,
  published,
}: {
  readonly flowId: string;
  readonly flow: Flow;
  /** The revision that callers get now. */
  readonly published: number | undefined;
}) {
  const { t } = useTranslation();
  const red = useFailed(flowId, flow);
  const noticed = useNoticed(flowId, flow, published);
  if (red.length === 0 && noticed === undefined) return null;
  return (
    <Stack>
      {red.length > 0 && (
        <Alert color="yellow" title={t("tests.red", { count: red.length })}>
          <List size="sm" spacing={4}>
            {red.slice(0, most).map(({ name, failures }) => (
              <List.Item key={name}>
                {name}: {failures[0] && say(failures[0])}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {noticed !== undefined && (
        <div>
          <Text size="sm" fw={500} mb={4}>
            {t("tests.noticed")}
          </Text>
          {noticed.length === 0 ? (
            <Text size="sm" c="dimmed">
              {t("tests.noticedNothing")}
            </Text>
          ) : (
            <List size="sm" spacing={4} aria-label={t("tests.noticed")}>
              {noticed.slice(0, most).map((sentence) => (
                <List.Item key={sentence.message}>{say(sentence)}</List.Item>
              ))}
              {noticed.length > most && (
                <List.Item>{t("tests.noticedMore", { count: noticed.length - most })}</List.Item>
              )}
            </List>
          )}
        </div>
      )}
    </Stack>
  );
}

/** None while they are not known: publishing waits for nobody. */
function useFailed(flowId: string, flow: Flow): readonly TestResult[] {
  const [failed, setFailed] = useState<readonly TestResult[]>([]);
  useEffect(() => {
    let isWanted = true;
    const play = async () => {
      const { tests } = (await flowTestsApi.read(flowId)).tests;
      const results = tests.length === 0 ? [] : await askTests({ ask: "run", flow, tests });
      if (isWanted) setFailed((results ?? []).filter(({ failures }) => failures.length > 0));
    };
    // Publishing does not depend on it; the server's own answer will say what is wrong.
    play().catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [flowId, flow]);
  return failed;
}

/** Undefined: nothing is published, or it is not known yet. */
function useNoticed(flowId: string, flow: Flow, published: number | undefined): readonly Said[] | undefined {
  const [noticed, setNoticed] = useState<readonly Said[]>();
  useEffect(() => {
    let isWanted = true;
    const compare = async (revision: number) => {
      const before = (await versionsApi.read(flowId, revision)).flow;
      const sentences = await askTests({ ask: "compare", before, after: flow });
      if (isWanted) setNoticed(sentences);
    };
    if (published !== undefined) compare(published).catch(() => {});
    return () => {
      isWanted = false;
    };
  }, [flowId, flow, published]);
  return noticed;
}
