import { Button, Input, Text, TextInput, Title } from "@mantine/core";
import { IconChevronRight } from "@tabler/icons-react";
import { lazy, Suspense, useState } from "react";
import { useTranslation } from "react-i18next";
import { renameFlow } from "../model/changes/index.ts";
import { languageName } from "../model/language-names.ts";
import { useDocument, useEditor } from "../workplace.tsx";
import { DrawnFields } from "./DrawnFields.tsx";
import { FallbackSection } from "./FallbackSection.tsx";
import classes from "./inspector.module.css";
import { PromisesSection } from "./PromisesSection.tsx";
import { VariableEditor } from "./VariableEditor.tsx";

const LanguagesDialog = lazy(() => import("./LanguagesDialog.tsx"));

/** What belongs to the flow and to no step. */
export function FlowSettings() {
  const { t, i18n } = useTranslation();
  const { document } = useEditor();
  const name = useDocument((state) => state.flow.name);
  const [isChoosing, setChoosing] = useState(false);
  const languages = useDocument((state) => state.flow.languages);
  return (
    <div className={classes.fields}>
      <DrawnFields>
        <div>
          <Title order={3}>{t("settings.title")}</Title>
          <Text size="xs" c="dimmed">
            {t("settings.text")}
          </Text>
        </div>
        <TextInput
          label={t("settings.name")}
          value={name}
          onChange={(event) => document.commit(renameFlow(event.currentTarget.value))}
          onBlur={() => document.seal()}
        />
        <Input.Wrapper label={t("settings.languages")} description={t("settings.languagesHelp")} labelElement="div">
          <Button
            mt={6}
            px="sm"
            variant="default"
            fullWidth
            justify="space-between"
            fw={400}
            rightSection={<IconChevronRight size={14} />}
            onClick={() => setChoosing(true)}
          >
            {languages.map((one) => languageName(one, i18n.language)).join(", ")}
          </Button>
        </Input.Wrapper>
        {isChoosing && (
          <Suspense>
            <LanguagesDialog onClose={() => setChoosing(false)} />
          </Suspense>
        )}
        <PromisesSection />
        <FallbackSection />
        <section className={classes.section}>
          <Title order={3}>{t("variables.title")}</Title>
          <VariableEditor />
        </section>
      </DrawnFields>
    </div>
  );
}
