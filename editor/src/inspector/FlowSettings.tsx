import { TagsInput, Text, TextInput, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { renameFlow, setLanguages } from "../model/changes/index.ts";
import { useDocument, useEditor } from "../workplace.tsx";
import { DrawnFields } from "./DrawnFields.tsx";
import classes from "./inspector.module.css";
import { VariableEditor } from "./VariableEditor.tsx";

/** What belongs to the flow and to no step. */
export function FlowSettings() {
  const { t } = useTranslation();
  const { document } = useEditor();
  const name = useDocument((state) => state.flow.name);
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
        <TagsInput
          label={t("settings.languages")}
          description={t("settings.languagesHelp")}
          value={[...languages]}
          onChange={(next) => document.commit(setLanguages(next.filter((one) => one.length >= 2)))}
        />
        <section className={classes.section}>
          <Title order={3}>{t("variables.title")}</Title>
          <VariableEditor />
        </section>
      </DrawnFields>
    </div>
  );
}
