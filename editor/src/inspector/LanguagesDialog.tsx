import { Autocomplete, Badge, Button, Group, Modal, Stack, Text } from "@mantine/core";
import { IconArrowBarToUp, IconTrash } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { addTexts } from "../i18n.ts";
import { translations as texts } from "../locales/translations.en.ts";
import { setLanguages } from "../model/changes/set-languages.ts";
import { languageName, usualLanguages } from "../model/language-names.ts";
import { ToolButton } from "../parts/ToolButton.tsx";
import { useDocument, useEditor } from "../workplace.tsx";

addTexts({ translations: texts });

/** The shortest and longest code that the file format takes. */
const length = { min: 2, max: 35 };

/** The languages of a flow: which there are, and which calls begin in. */
export default function LanguagesDialog({ onClose }: { onClose(): void }) {
  const { t, i18n } = useTranslation();
  const { document, canDraw } = useEditor();
  const languages = useDocument((state) => state.flow.languages);
  const [written, setWritten] = useState("");
  const code = written.trim();
  const isNew = code.length >= length.min && code.length <= length.max && !languages.includes(code);
  const change = (next: readonly string[]) => document.commit(setLanguages(next));
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (!isNew) return;
    change([...languages, code]);
    setWritten("");
  };
  return (
    <Modal opened onClose={onClose} title={t("translations.languages")}>
      <Stack>
        <Text size="sm" c="dimmed">
          {t("translations.languagesText")}
        </Text>
        <Stack gap={6} component="ul" m={0} p={0} style={{ listStyle: "none" }}>
          {languages.map((one, index) => (
            <Group key={one} component="li" justify="space-between" wrap="nowrap" mih={34}>
              <Text size="sm">
                {languageName(one, i18n.language)}{" "}
                <Text span c="dimmed">
                  {one}
                </Text>
              </Text>
              <Group gap={4} wrap="nowrap">
                {index === 0 && <Badge variant="light">{t("translations.first")}</Badge>}
                {canDraw && index > 0 && (
                  <ToolButton
                    label={t("translations.makeFirst", { language: one })}
                    icon={IconArrowBarToUp}
                    onClick={() => change([one, ...languages.filter((other) => other !== one)])}
                  />
                )}
                {canDraw && languages.length > 1 && (
                  <ToolButton
                    label={t("translations.removeLanguage", { language: one })}
                    icon={IconTrash}
                    onClick={() => change(languages.filter((other) => other !== one))}
                  />
                )}
              </Group>
            </Group>
          ))}
        </Stack>
        {canDraw && (
          <form onSubmit={add}>
            <Group align="flex-end" wrap="nowrap">
              <Autocomplete
                flex={1}
                label={t("translations.code")}
                placeholder={usualLanguages.find((one) => !languages.includes(one))}
                maxLength={length.max}
                data={usualLanguages.filter((one) => !languages.includes(one))}
                renderOption={({ option: { value } }) => (
                  <Text size="sm">
                    {value}{" "}
                    <Text span c="dimmed">
                      {languageName(value, i18n.language)}
                    </Text>
                  </Text>
                )}
                value={written}
                onChange={setWritten}
              />
              <Button type="submit" disabled={!isNew}>
                {t("translations.add")}
              </Button>
            </Group>
          </form>
        )}
      </Stack>
    </Modal>
  );
}
